import type { WebPreferences } from 'electron';

/** Settings that would open a hole; value = the only one that may be written down. */
const SAFE_VALUES: Readonly<Record<string, unknown>> = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  enableBlinkFeatures: undefined,
  webviewTag: false,
  javascript: true,
};

/** Settings without a meaning for safety that the stand-in honours or may ignore. */
const HARMLESS = new Set([
  'additionalArguments',
  'autoplayPolicy',
  'backgroundThrottling',
  'defaultEncoding',
  'defaultFontSize',
  'devTools',
  'disableBlinkFeatures',
  'disableDialogs',
  'minimumFontSize',
  'navigateOnDragDrop',
  'preload',
  'safeDialogs',
  'spellcheck',
  'v8CacheOptions',
  'zoomFactor',
]);

/**
 * Refuses webPreferences that are insecure. The stand-in always isolates and never gives a page Node, so a
 * program that asks for less protection would behave differently, and worse, in Electron.
 */
export function refuseInsecure(preferences: WebPreferences): void {
  for (const [name, value] of Object.entries(preferences)) {
    if (name in SAFE_VALUES) {
      if (value !== undefined && value !== SAFE_VALUES[name]) {
        throw new Error(`electron stand-in: webPreferences.${name} = ${String(value)} is insecure`);
      }
    } else if (!HARMLESS.has(name)) {
      throw new Error(`electron stand-in: webPreferences.${name} is not implemented`);
    }
  }
}
