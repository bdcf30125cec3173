import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What the command line and the environment ask of this start of the program. */
export interface Launch {
  readonly appPath: string;
  readonly mainFile: string;
  readonly name: string;
  readonly version: string;
  /** Modules to load before the program (`-r`), which is how a test driver gets in. */
  readonly preloadModules: readonly string[];
  readonly userDataFolder: string | undefined;
  /** A test driver wants to talk to the windows too. */
  readonly wantsDebuggingPort: boolean;
  readonly noSandbox: boolean;
  readonly headless: boolean;
  readonly chromiumPath: string;
}

interface PackageFile {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
}

function valueOf(args: readonly string[], option: string): string | undefined {
  const found = args.find((argument) => argument.startsWith(`${option}=`));
  return found?.slice(option.length + 1);
}

function preloadModulesIn(args: readonly string[]): string[] {
  return args.filter((_argument, index) => args[index - 1] === '-r');
}

/** Reads `electron [-r module] [--flags] folder [more]`, as Electron's own executable does. */
export function readLaunch(args: readonly string[], env: NodeJS.ProcessEnv): Launch {
  const folder = args.find(
    (argument, index) => !argument.startsWith('-') && args[index - 1] !== '-r',
  );
  const appPath = path.resolve(folder ?? '.');
  const packageFile = JSON.parse(
    readFileSync(path.join(appPath, 'package.json'), 'utf8'),
  ) as PackageFile;
  return {
    appPath,
    mainFile: path.resolve(appPath, packageFile.main ?? 'index.js'),
    name: packageFile.productName ?? packageFile.name ?? 'Electron',
    version: packageFile.version ?? '0.0.0',
    preloadModules: preloadModulesIn(args),
    userDataFolder: valueOf(args, '--user-data-dir') ?? env['STANDIN_USER_DATA'],
    wantsDebuggingPort: args.includes('--remote-debugging-port=0'),
    noSandbox: args.includes('--no-sandbox') || process.getuid?.() === 0,
    headless: !env['DISPLAY'] || env['STANDIN_HEADLESS'] === '1',
    chromiumPath: env['STANDIN_CHROMIUM'] ?? '/usr/bin/chromium',
  };
}

export const launch: Launch = readLaunch(process.argv.slice(2), process.env);
