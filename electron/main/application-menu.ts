import type { MenuItemConstructorOptions } from 'electron';

/**
 * The menu of the operating system's own bar. A Mac takes copy, paste and quit from it, so there it holds the system's
 * own entries; elsewhere a bar would only take room. The program's commands are in the window: the key bar, `?`, F2.
 */
export function applicationMenuFor(
  platform: NodeJS.Platform,
): readonly MenuItemConstructorOptions[] | null {
  if (platform !== 'darwin') return null;
  return [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }];
}
