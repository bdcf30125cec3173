import type { Screen } from '../app/screen.ts';

const load = () => import('./settings-screen.tsx').then((file) => file.SettingsScreen);

export const screens: readonly Screen[] = [
  { path: '/settings', section: 'settings', load },
  { path: '/settings/$part', section: 'settings', load },
];
