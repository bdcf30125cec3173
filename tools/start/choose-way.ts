/** What this machine has; found out once, so that the choice below is a table. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly hasDisplay: boolean;
  readonly isRoot: boolean;
  /** Another executable in Electron's place, asked for by `ELECTRON_OVERRIDE_DIST_PATH`. */
  readonly override: string | undefined;
  /** The stand-in's executable; it draws with the system's Chromium. */
  readonly standin: string;
  findChromium(): string | undefined;
  /** Electron's executable, downloaded now if need be. Asked only when it could open a window. */
  findElectron(): Promise<string | undefined>;
}

/** How the program opens here, and the one line that says why when it is not Electron. */
export type Way = WindowWay | BrowserWay;

interface WindowWay {
  readonly opens: 'window';
  readonly executable: string;
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly note?: string;
}

interface BrowserWay {
  readonly opens: 'browser';
  readonly note: string;
}

/** Electron where it can be had; else the stand-in in Chromium; without a display an address for a browser. */
export async function chooseWay(machine: Machine): Promise<Way> {
  const window = { opens: 'window', flags: [], env: {} } as const;
  if (machine.override) return { ...window, executable: machine.override };
  if (!machine.hasDisplay) {
    return { opens: 'browser', note: 'There is no display here: the program opens in a browser.' };
  }
  const electron = await machine.findElectron();
  if (electron) {
    // Chromium refuses root with its sandbox on. A till never runs as root; a container does.
    return { ...window, executable: electron, flags: machine.isRoot ? ['--no-sandbox'] : [] };
  }
  const missing = 'Electron could not be downloaded: the same program opens';
  const chromium = machine.platform === 'linux' ? machine.findChromium() : undefined;
  if (chromium) {
    const env = { STANDIN_CHROMIUM: chromium };
    const note = `${missing} in a window of ${chromium}.`;
    return { ...window, executable: machine.standin, env, note };
  }
  const hint =
    machine.platform === 'linux' ? ' (for its own window: apt-get install chromium)' : '';
  return { opens: 'browser', note: `${missing} in a browser${hint}.` };
}
