import type { Screen } from '../app/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: '/sell',
    section: 'sell',
    load: () => import('./sell/sell-screen.tsx').then((file) => file.SellScreen),
  },
  {
    path: '/settings/services',
    section: 'settings',
    load: () => import('./tiles/tiles-screen.tsx').then((file) => file.TilesScreen),
  },
];
