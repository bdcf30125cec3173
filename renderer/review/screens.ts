import type { Screen } from '../app/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: '/review',
    section: 'review',
    load: () => import('./review-screen.tsx').then((file) => file.ReviewScreen),
  },
];
