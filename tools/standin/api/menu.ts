import type { MenuItemConstructorOptions } from 'electron';
import { recordCall } from '../recorded-calls.ts';
import { strictInstances } from '../strict.ts';

let applicationMenu: StandInMenu | null = null;

/** Electron's Menu as a list of items: the stand-in's windows have no menu bar. */
export class StandInMenu {
  readonly items: readonly MenuItemConstructorOptions[];

  private constructor(items: readonly MenuItemConstructorOptions[]) {
    this.items = items;
  }

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): StandInMenu {
    return new StandInMenu(template);
  }

  static setApplicationMenu(menu: StandInMenu | null): void {
    applicationMenu = menu;
  }

  static getApplicationMenu(): StandInMenu | null {
    return applicationMenu;
  }

  popup(): void {
    recordCall('menu.popup', { items: this.items.map(({ label }) => label) });
  }
}
strictInstances('menu', StandInMenu);
