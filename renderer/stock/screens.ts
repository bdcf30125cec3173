import type { Screen } from '../app/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: '/stock',
    section: 'stock',
    load: () => import('./stock-list.tsx').then((file) => file.StockList),
  },
  {
    path: '/stock/new',
    section: 'stock',
    load: () => import('./piece-form-screen.tsx').then((file) => file.NewPieceScreen),
  },
  {
    path: '/stock/inspection',
    section: 'stock',
    load: () => import('./inspection/inspection-screen.tsx').then((file) => file.InspectionScreen),
  },
  {
    path: '/stock/tags',
    section: 'stock',
    load: () => import('./tags/tags-screen.tsx').then((file) => file.TagsScreen),
  },
  {
    path: '/settings/tags',
    section: 'settings',
    load: () => import('./tags/tag-settings-screen.tsx').then((file) => file.TagSettingsScreen),
  },
  {
    path: '/stock/reprice',
    section: 'stock',
    load: () => import('./reprice/reprice-screen.tsx').then((file) => file.RepriceScreen),
  },
  {
    path: '/stock/receive',
    section: 'stock',
    load: () => import('./receiving/receives-screen.tsx').then((file) => file.ReceivesScreen),
  },
  {
    path: '/stock/receive/$receiveId',
    section: 'stock',
    load: () => import('./receiving/receive-page.tsx').then((file) => file.ReceivePage),
  },
  {
    path: '/stock/receive/$receiveId/edit',
    section: 'stock',
    load: () =>
      import('./receiving/receive-form-screen.tsx').then((file) => file.ReceiveFormScreen),
  },
  {
    path: '/stock/counts',
    section: 'stock',
    load: () => import('./counts/counts-screen.tsx').then((file) => file.CountsScreen),
  },
  {
    path: '/stock/counts/$countId',
    section: 'stock',
    load: () => import('./counts/count-page.tsx').then((file) => file.CountPage),
  },
  {
    path: '/stock/$pieceId',
    section: 'stock',
    load: () => import('./piece-page.tsx').then((file) => file.PiecePage),
  },
  {
    path: '/stock/$pieceId/edit',
    section: 'stock',
    load: () => import('./piece-form-screen.tsx').then((file) => file.EditPieceScreen),
  },
];
