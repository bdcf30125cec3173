// The same program for a browser on this machine, where there is no Electron and no display: the same
// store, the same page. A tool of developers and of machines without a screen; the packaged app has no such port.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readStartOptions } from '#electron/main/start-options.ts';
import { superviseShop } from '#electron/main/store-link/supervise-shop.ts';
import { userDataFolder } from './data-folder.ts';
import { serveLoopback } from './loopback-server.ts';

const home = path.join(import.meta.dirname, '../..');
const { productName, version } = JSON.parse(
  readFileSync(path.join(home, 'package.json'), 'utf8'),
) as { readonly productName: string; readonly version: string };

const options = readStartOptions(process.argv.slice(2));
const userData = options.dataFolder ?? userDataFolder(process.platform, process.env, productName);

const store = superviseShop({
  userData,
  demo: options.demo,
  appVersion: version,
  // This process has no keychain to ask: a key that Electron put into one needs the recovery code here.
  keychain: undefined,
  onTrouble: (what) => console.error(what),
});

const server = await serveLoopback({
  root: path.join(home, 'out/renderer'),
  port: portIn(process.argv),
  connect: (caller) => store.connect(caller),
});
const printLink = (): void => console.log(`Open ${server.newLink()}`);
printLink();
process.on('SIGUSR2', printLink);

let closing: Promise<void> | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    closing ??= close();
  });
}

async function close(): Promise<void> {
  await server.close();
  await store.close();
  process.exit(0);
}

function portIn(argv: readonly string[]): number {
  const chosen = argv.find((argument) => /^--port=\d{1,5}$/.test(argument));
  return chosen ? Number(chosen.slice('--port='.length)) : 0;
}
