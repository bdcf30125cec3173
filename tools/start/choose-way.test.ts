import { describe, expect, test } from 'vitest';
import { chooseWay, type Machine } from './choose-way.ts';

function aMachine(has: Partial<Machine> = {}): Machine {
  return {
    platform: 'linux',
    hasDisplay: true,
    isRoot: false,
    override: undefined,
    standin: '/standin/electron',
    findChromium: () => '/usr/bin/chromium',
    findElectron: async () => undefined,
    ...has,
  };
}

describe('npm start', () => {
  test('opens Electron without a word where it is there', async () => {
    expect(await chooseWay(aMachine({ findElectron: async () => '/electron' }))).toEqual({
      opens: 'window',
      executable: '/electron',
      flags: [],
      env: {},
    });
  });

  test('opens the stand-in in Chromium and says so in one line where Electron cannot be had', async () => {
    const way = await chooseWay(aMachine());
    expect(way).toMatchObject({ opens: 'window', executable: '/standin/electron' });
    expect(way.note).toMatch(/^Electron could not be downloaded: [^\n]+\/usr\/bin\/chromium\.$/);
  });

  test('prints an address where there is no display, and downloads nothing for it', async () => {
    const findElectron = async () => {
      throw new Error('nothing to download for');
    };
    expect(await chooseWay(aMachine({ hasDisplay: false, findElectron }))).toMatchObject({
      opens: 'browser',
    });
  });

  test('prints an address where neither Electron nor Chromium can be had, and says how to get one', async () => {
    const way = await chooseWay(aMachine({ findChromium: () => undefined }));
    expect(way).toMatchObject({ opens: 'browser' });
    expect(way.note).toContain('apt-get install chromium');
    expect(
      (await chooseWay(aMachine({ platform: 'win32', findChromium: () => undefined }))).opens,
    ).toBe('browser');
  });

  test('takes what the environment puts in Electron’s place, also without a display', async () => {
    const way = await chooseWay(aMachine({ override: '/mine/electron', hasDisplay: false }));
    expect(way).toEqual({ opens: 'window', executable: '/mine/electron', flags: [], env: {} });
  });

  test('gives up Chromium’s own sandbox only for root', async () => {
    const findElectron = async () => '/electron';
    expect(await chooseWay(aMachine({ findElectron, isRoot: true }))).toMatchObject({
      flags: ['--no-sandbox'],
    });
    expect(await chooseWay(aMachine({ findElectron }))).toMatchObject({ flags: [] });
  });
});
