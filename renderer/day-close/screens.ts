import type { Screen } from '../app/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: '/day-close',
    section: 'day-close',
    load: () => import('./day-close-screen.tsx').then((file) => file.DayCloseScreen),
  },
  {
    path: '/day-close/count',
    section: 'day-close',
    load: () => import('./count-screen.tsx').then((file) => file.CountScreen),
  },
  {
    path: '/day-close/x',
    section: 'day-close',
    load: () => import('./report-screen.tsx').then((file) => file.XReportScreen),
  },
  {
    path: '/day-close/$dayCloseId',
    section: 'day-close',
    load: () => import('./z-screen.tsx').then((file) => file.ZReportScreen),
  },
];
