import type { Screen } from '../app/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: '/sell/quotes',
    section: 'sell',
    load: () => import('./quote-list.tsx').then((file) => file.QuoteList),
  },
  {
    path: '/sell/quotes/$quoteId',
    section: 'sell',
    load: () => import('./quote-page.tsx').then((file) => file.QuotePage),
  },
];
