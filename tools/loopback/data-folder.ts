import { homedir } from 'node:os';
import path from 'node:path';

/** Where the desktop program keeps its data on this system, so that both ways open the same shop. */
export function userDataFolder(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  productName: string,
): string {
  return path.join(applicationData(platform, env), productName);
}

function applicationData(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string {
  if (platform === 'win32') return env['APPDATA'] ?? path.join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support');
  return env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config');
}
