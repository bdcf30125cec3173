import type { Screen } from '../app/screen.ts';

export const screens: readonly Screen[] = [
  // Alone on its page, for the PDF: the frame leaves it alone.
  {
    path: '/paper/$kind/$id',
    section: 'sell',
    load: () => import('../app/papers/paper-screen.tsx').then((file) => file.PaperScreen),
  },
];
