import type { BrowserWindowConstructorOptions } from 'electron';

/**
 * What every window is made with. The look is the caller's; how safe it is, is not, so a caller that came
 * with its own webPreferences (past the compiler) would lose them.
 */
export function secureWindowOptions(
  look: Omit<BrowserWindowConstructorOptions, 'webPreferences'>,
  preload: string,
): BrowserWindowConstructorOptions {
  return {
    ...look,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      // Chromium's spelling dictionaries come from the internet, and names are no spelling mistakes.
      spellcheck: false,
    },
  };
}
