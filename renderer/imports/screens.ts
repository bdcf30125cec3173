import type { Screen } from '../app/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: '/imports',
    section: 'stock',
    load: () => import('./import-screen.tsx').then((file) => file.ImportScreen),
  },
];
