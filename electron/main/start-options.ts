import path from 'node:path';

/** What the person who starts the program may choose on its command line. */
export interface StartOptions {
  /** Opens the filled demo shop, which lies beside the real one and never touches it. */
  readonly demo: boolean;
  /** Another place for all of the program's data, made absolute. Undefined: the system's own. */
  readonly dataFolder: string | undefined;
}

/** Reads `--demo` and `--data-folder=…`. Everything else belongs to Chromium and is left alone. */
export function readStartOptions(argv: readonly string[]): StartOptions {
  const chosen = argv.find((argument) => argument.startsWith('--data-folder='));
  const dataFolder = chosen?.slice('--data-folder='.length);
  return {
    demo: argv.includes('--demo'),
    dataFolder: dataFolder ? path.resolve(dataFolder) : undefined,
  };
}

/** The folder of one store inside the program's data. */
export function storeFolder(userData: string, demo: boolean): string {
  return path.join(userData, demo ? 'demo' : 'shop');
}
