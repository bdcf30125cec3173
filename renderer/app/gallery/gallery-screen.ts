import type { Screen } from '../screen.ts';

/** `#/gallery` shows every part at once while developing. A build for the shop has neither the address nor its code. */
export const galleryScreen: readonly Screen[] = import.meta.env.DEV
  ? [
      {
        path: '/gallery',
        section: 'settings',
        load: () => import('./gallery.tsx').then((file) => file.Gallery),
      },
    ]
  : [];
