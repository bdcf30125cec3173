import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { app, dialog, ipcMain, Menu, protocol, safeStorage, session } from 'electron';
import { refuse } from '#shared/result.ts';
import { registerPageScheme, servePage } from './page/app-protocol.ts';
import { applicationMenuFor } from './application-menu.ts';
import { closeStoreBeforeQuit } from './close-before-quit.ts';
import { openCounterWindow, showFirstWindow } from './counter-window.ts';
import { createCustomerScreen, type CustomerScreen } from './customer-window.ts';
import { createKeychain } from './keychain.ts';
import { guardPermissions, lockDownPages } from './lock-down.ts';
import { answerPage } from './page/page-channels.ts';
import { readPaperRequest } from './papers/paper-request.ts';
import { savePaperAsPdf } from './papers/save-paper.ts';
import { readStartOptions, type StartOptions } from './start-options.ts';
import { createPageCallers, handOutStorePorts } from './store-link/store-connection.ts';
import { superviseShop } from './store-link/supervise-shop.ts';

const onTrouble = (what: string): void => console.error(what);
const options = readStartOptions(process.argv);
if (options.dataFolder) {
  mkdirSync(options.dataFolder, { recursive: true });
  app.setPath('userData', options.dataFolder);
}
app.enableSandbox();
registerPageScheme(protocol);
lockDownPages(app);
// Two programs on one store would be two writers: the second start only shows the first.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => showFirstWindow());
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => start(options));
} else {
  app.quit();
}

function start(chosen: StartOptions): void {
  guardPermissions(session.defaultSession);
  servePage(protocol, path.join(import.meta.dirname, '../renderer'));
  const menu = applicationMenuFor(process.platform);
  Menu.setApplicationMenu(menu && Menu.buildFromTemplate([...menu]));
  const store = superviseShop({
    userData: app.getPath('userData'),
    demo: chosen.demo,
    appVersion: app.getVersion(),
    keychain: createKeychain(safeStorage, process.platform),
    onTrouble,
  });
  const callers = createPageCallers();
  handOutStorePorts(ipcMain, store, callers, onTrouble);
  answerPage(ipcMain, 'paper:save-pdf', async (page, kind, id) => {
    const request = readPaperRequest(kind, id);
    return request
      ? savePaperAsPdf(dialog, callers, page, request)
      : refuse({ code: 'PAPER_UNKNOWN' });
  });
  closeStoreBeforeQuit(app, store);
  const customers = createCustomerScreen(app.getName(), onTrouble);
  answerCustomerScreen(customers);
  // Without the till's window nobody says what to show, and the program has to end with it.
  openCounterWindow(app.getName(), onTrouble, customers.close);
}

function answerCustomerScreen(customers: CustomerScreen): void {
  answerPage(ipcMain, 'display:show', async (_page, view) => customers.show(view));
  answerPage(ipcMain, 'display:close', async () => customers.close());
  answerPage(ipcMain, 'display:ready', async () => customers.ready());
}
