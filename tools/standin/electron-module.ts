/**
 * What `import … from 'electron'` gives a program that runs in the stand-in. Parts of Electron that are not
 * here can be imported, so that a program starts, and throw when they are used.
 */
import { app } from './app/app.ts';
import { StandInBrowserWindow } from './window/browser-window.ts';
import {
  crashReporter,
  nativeTheme,
  powerMonitor,
  powerSaveBlocker,
  screen,
  shell,
} from './api/desktop.ts';
import { dialog } from './api/dialog.ts';
import { ipcMain } from './messages/ipc-main.ts';
import { StandInMenu } from './api/menu.ts';
import { StandInMessageChannel } from './messages/message-port-main.ts';
import { net } from './api/net.ts';
import { protocol } from './api/protocol.ts';
import { safeStorage } from './api/safe-storage.ts';
import { defaultSession, session, StandInSession } from './api/session.ts';
import { StandInWebContents } from './window/web-contents.ts';
import { calls } from './recorded-calls.ts';
import { absent, strictObject } from './strict.ts';

/** What main processes import from Electron and the stand-in does not have. */
const absentParts = {
  autoUpdater: absent('autoUpdater'),
  BaseWindow: absent('BaseWindow'),
  BrowserView: absent('BrowserView'),
  clipboard: absent('clipboard'),
  contentTracing: absent('contentTracing'),
  desktopCapturer: absent('desktopCapturer'),
  globalShortcut: absent('globalShortcut'),
  MenuItem: absent('MenuItem'),
  nativeImage: absent('nativeImage'),
  Notification: absent('Notification'),
  pushNotifications: absent('pushNotifications'),
  systemPreferences: absent('systemPreferences'),
  Tray: absent('Tray'),
  utilityProcess: absent('utilityProcess'),
  View: absent('View'),
  WebContentsView: absent('WebContentsView'),
  webFrameMain: absent('webFrameMain'),
};

const allContents = () => StandInBrowserWindow.getAllWindows().map((window) => window.webContents);

const webContents = strictObject('webContents', {
  getAllWebContents: () => allContents(),
  fromId: (id: number) => allContents().find((contents) => contents.id === id),
  fromDevToolsTargetId: (targetId: string) =>
    allContents().find((contents) => StandInWebContents.targetOf(contents) === targetId),
  getFocusedWebContents: () => StandInBrowserWindow.getFocusedWindow()?.webContents ?? null,
});

/** For tests only; Electron has no such member. */
const __internals = {
  calls,
  /** The permission handlers the program has set, to be called with a made-up request. */
  permissionHandlers: () => StandInSession.permissionHandlersOf(defaultSession),
};

const electron: object = strictObject('electron', {
  app,
  BrowserWindow: StandInBrowserWindow,
  crashReporter,
  dialog,
  ipcMain,
  Menu: StandInMenu,
  MessageChannelMain: StandInMessageChannel,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  webContents,
  __internals,
  ...absentParts,
});

/** `require('electron')` gives this object rather than the module, so that unknown members throw there too. */
export { electron as 'module.exports' };
export {
  app,
  StandInBrowserWindow as BrowserWindow,
  crashReporter,
  dialog,
  ipcMain,
  StandInMenu as Menu,
  StandInMessageChannel as MessageChannelMain,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  webContents,
  __internals,
};

export const {
  autoUpdater,
  BaseWindow,
  BrowserView,
  clipboard,
  contentTracing,
  desktopCapturer,
  globalShortcut,
  MenuItem,
  nativeImage,
  Notification,
  pushNotifications,
  systemPreferences,
  Tray,
  utilityProcess,
  View,
  WebContentsView,
  webFrameMain,
} = absentParts;
