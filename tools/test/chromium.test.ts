import { describe, expect, test } from 'vitest';
import { type Machine, requireChromium } from './chromium.ts';

interface Given {
  readonly programs?: readonly string[];
  readonly isRoot?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** What apt-get would bring, and whether it can. */
  readonly aptBrings?: string;
  readonly aptFails?: boolean;
}

function aMachine({ programs = [], isRoot = false, env = {}, aptBrings, aptFails }: Given) {
  const present = new Set(programs);
  const said: string[] = [];
  const ran: string[] = [];
  const machine: Machine = {
    env: { PATH: '/usr/local/bin:/usr/bin', ...env },
    isRoot,
    canRun: (path) => present.has(path),
    run(command, args) {
      ran.push([command, ...args].join(' '));
      if (args[0] === '--version') return { ok: true, output: 'Chromium 150.0.7 on Debian' };
      if (aptFails) return { ok: false, output: 'no route to the mirror' };
      if (args[0] === 'install' && aptBrings) present.add(aptBrings);
      return { ok: true, output: '' };
    },
    say: (line) => said.push(line),
  };
  return { machine, said, ran };
}

describe('the browser of the tests', () => {
  test('is the first one on the path', () => {
    const { machine, said } = aMachine({
      programs: ['/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
    });
    expect(requireChromium(machine)).toEqual({
      path: '/usr/bin/chromium-browser',
      version: 'Chromium 150.0.7',
    });
    expect(said).toEqual([]);
  });

  test('is the one that CHROMIUM names, before any other', () => {
    const { machine } = aMachine({
      programs: ['/usr/bin/chromium', '/opt/chrome'],
      env: { CHROMIUM: '/opt/chrome' },
    });
    expect(requireChromium(machine).path).toBe('/opt/chrome');
  });

  test('is not looked for elsewhere when CHROMIUM names a wrong one', () => {
    const { machine } = aMachine({ programs: ['/usr/bin/chromium'], env: { CHROMIUM: 'chrom' } });
    expect(() => requireChromium(machine)).toThrow('CHROMIUM is chrom, and that does not start');
  });

  test('is installed from Debian for root, and one line says so', () => {
    const { machine, said, ran } = aMachine({
      programs: ['/usr/bin/apt-get'],
      isRoot: true,
      aptBrings: '/usr/bin/chromium',
    });
    expect(requireChromium(machine).path).toBe('/usr/bin/chromium');
    expect(said).toHaveLength(1);
    expect(ran.slice(0, 2)).toEqual([
      '/usr/bin/apt-get update -qq',
      '/usr/bin/apt-get install -y -qq --no-install-recommends chromium',
    ]);
  });

  test('is asked for in words when the developer is not root', () => {
    const { machine, ran } = aMachine({ programs: ['/usr/bin/apt-get'] });
    expect(() => requireChromium(machine)).toThrow('apt-get install chromium');
    expect(ran).toEqual([]);
  });

  test('does not hide why apt-get failed', () => {
    const { machine } = aMachine({ programs: ['/usr/bin/apt-get'], isRoot: true, aptFails: true });
    expect(() => requireChromium(machine)).toThrow('no route to the mirror');
  });
});
