import type { Screen } from '../app/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: '/settings/taxes',
    section: 'settings',
    load: () => import('./taxes-screen.tsx').then((file) => file.TaxesScreen),
  },
  {
    path: '/settings/taxes/$taxAreaId',
    section: 'settings',
    load: () => import('./area-screen.tsx').then((file) => file.AreaScreen),
  },
];
