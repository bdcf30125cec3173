import { EventEmitter } from 'node:events';
import type {
  CrashReporter,
  Display,
  NativeTheme,
  PowerMonitor,
  PowerSaveBlocker,
  Shell,
} from 'electron';
import { recordCall } from '../recorded-calls.ts';
import { strictInstances, strictObject } from '../strict.ts';
import { limitEvents } from './event-names.ts';

/** What lies around the program on a desktop. Nothing here reaches it; what would is recorded. */
export const shell = strictObject('shell', {
  openExternal: async (url: string): Promise<void> => recordCall('shell.openExternal', { url }),
  openPath: async (path: string): Promise<string> => {
    recordCall('shell.openPath', { path });
    return '';
  },
  showItemInFolder: (path: string): void => recordCall('shell.showItemInFolder', { path }),
} satisfies Partial<Shell>);

const area = { x: 0, y: 0, width: 1280, height: 800 };
const display = {
  id: 1,
  label: 'stand-in',
  bounds: area,
  workArea: area,
  size: area,
  workAreaSize: area,
  scaleFactor: 1,
  rotation: 0,
  internal: true,
};

export class StandInScreen extends EventEmitter {
  getPrimaryDisplay(): Pick<Display, keyof typeof display> {
    return display;
  }

  getAllDisplays(): Pick<Display, keyof typeof display>[] {
    return [display];
  }

  getDisplayMatching(): Pick<Display, keyof typeof display> {
    return display;
  }
}
strictInstances('screen', StandInScreen);
export const screen = new StandInScreen();
limitEvents('screen', screen, [], ['display-added', 'display-removed', 'display-metrics-changed']);

export class StandInNativeTheme
  extends EventEmitter
  implements
    Pick<NativeTheme, 'shouldUseDarkColors' | 'themeSource' | 'shouldUseHighContrastColors'>
{
  readonly shouldUseHighContrastColors = false;
  #themeSource: NativeTheme['themeSource'] = 'system';

  get shouldUseDarkColors(): boolean {
    return this.#themeSource === 'dark';
  }

  get themeSource(): NativeTheme['themeSource'] {
    return this.#themeSource;
  }

  set themeSource(source: NativeTheme['themeSource']) {
    this.#themeSource = source;
    this.emit('updated');
  }
}
strictInstances('nativeTheme', StandInNativeTheme);
export const nativeTheme = new StandInNativeTheme();
limitEvents('nativeTheme', nativeTheme, ['updated'], []);

export class StandInPowerMonitor
  extends EventEmitter
  implements Pick<PowerMonitor, 'isOnBatteryPower' | 'getSystemIdleTime'>
{
  isOnBatteryPower(): boolean {
    return false;
  }

  getSystemIdleTime(): number {
    return 0;
  }
}
strictInstances('powerMonitor', StandInPowerMonitor);
/** A test makes these events happen: `powerMonitor.emit('suspend')`. */
export const powerMonitor = new StandInPowerMonitor();
limitEvents(
  'powerMonitor',
  powerMonitor,
  [],
  ['lock-screen', 'on-ac', 'on-battery', 'resume', 'shutdown', 'suspend', 'unlock-screen'],
);

const blockers = new Set<number>();
export const powerSaveBlocker = strictObject('powerSaveBlocker', {
  start(type: 'prevent-app-suspension' | 'prevent-display-sleep'): number {
    recordCall('powerSaveBlocker.start', { type });
    const id = blockers.size + 1;
    blockers.add(id);
    return id;
  },
  stop: (id: number): boolean => blockers.delete(id),
  isStarted: (id: number): boolean => blockers.has(id),
} satisfies Partial<PowerSaveBlocker>);

export const crashReporter = strictObject('crashReporter', {
  start: (options: object): void => recordCall('crashReporter.start', { options }),
  getUploadToServer: (): boolean => false,
} satisfies Partial<CrashReporter>);
