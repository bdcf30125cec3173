import type { CommandLine } from 'electron';
import { strictInstances } from '../strict.ts';

/** Switches that hold lists: Chromium takes only the last of several, so they are joined. */
const LISTS = new Set(['enable-features', 'disable-features']);

/** Electron's app.commandLine: what the program adds here before `ready` reaches Chromium. */
export class StandInCommandLine implements Pick<
  CommandLine,
  'appendSwitch' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch'
> {
  readonly #switches = new Map<string, string>();

  constructor(args: readonly string[]) {
    for (const argument of args) {
      const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
      if (name) this.appendSwitch(name, value);
    }
  }

  /** The switches as Chromium's command line. Static, so that programs do not see it. */
  static toArguments(commandLine: StandInCommandLine): string[] {
    return Array.from(commandLine.#switches, ([name, value]) =>
      value === '' ? `--${name}` : `--${name}=${value}`,
    );
  }

  appendSwitch(name: string, value = ''): void {
    const before = this.#switches.get(name);
    this.#switches.set(name, LISTS.has(name) && before ? `${before},${value}` : value);
  }

  hasSwitch(name: string): boolean {
    return this.#switches.has(name);
  }

  getSwitchValue(name: string): string {
    return this.#switches.get(name) ?? '';
  }

  removeSwitch(name: string): void {
    this.#switches.delete(name);
  }
}
strictInstances('app.commandLine', StandInCommandLine);
