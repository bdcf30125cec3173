import { existsSync, mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

export interface AppPathsSetting {
  readonly name: string;
  readonly appPath: string;
  /** `--user-data-dir` or the environment's; otherwise the user's configuration folder, as Electron has it. */
  readonly userData: string | undefined;
  readonly env: NodeJS.ProcessEnv;
}

/** Electron's app.getPath and app.setPath on Linux. */
export class AppPaths {
  readonly #paths: Map<string, string>;

  constructor({ name, appPath, userData, env }: AppPathsSetting) {
    const home = env['HOME'] ?? homedir();
    const appData = env['XDG_CONFIG_HOME'] ?? path.join(home, '.config');
    this.#paths = new Map([
      ['home', home],
      ['appData', appData],
      ['userData', path.resolve(userData ?? path.join(appData, name))],
      ['temp', tmpdir()],
      ['exe', process.execPath],
      ['module', process.execPath],
      ['assets', appPath],
      ['desktop', path.join(home, 'Desktop')],
      ['documents', path.join(home, 'Documents')],
      ['downloads', path.join(home, 'Downloads')],
      ['music', path.join(home, 'Music')],
      ['pictures', path.join(home, 'Pictures')],
      ['videos', path.join(home, 'Videos')],
    ]);
  }

  /** The folder of `name`. The program's own folders are made; a disk that refuses is the program's to report. */
  get(name: string): string {
    const found = this.#paths.get(name) ?? this.#insideUserData(name);
    if (found === undefined) throw new Error(`Failed to get '${name}' path`);
    if (name === 'userData' || !this.#paths.has(name)) this.#make(found);
    return found;
  }

  set(name: string, folder: string): void {
    if (!path.isAbsolute(folder)) throw new Error('Path must be absolute');
    if (!existsSync(folder)) throw new Error(`Failed to set path: ${folder} does not exist`);
    if (!this.#paths.has(name) && this.#insideUserData(name) === undefined)
      throw new Error(`Failed to set '${name}' path`);
    this.#paths.set(name, folder);
  }

  #insideUserData(name: string): string | undefined {
    const userData = this.#paths.get('userData') ?? '';
    if (name === 'sessionData') return userData;
    if (name === 'logs') return path.join(userData, 'logs');
    return name === 'crashDumps' ? path.join(userData, 'Crashpad') : undefined;
  }

  #make(folder: string): void {
    try {
      mkdirSync(folder, { recursive: true });
    } catch {
      // The program meets the same refusal when it writes there, and has words for it.
    }
  }
}
