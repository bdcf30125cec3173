import type { Screen } from '../app/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: '/sell/approvals',
    section: 'sell',
    load: () => import('./approval-list.tsx').then((file) => file.ApprovalList),
  },
  {
    path: '/sell/approvals/$approvalId',
    section: 'sell',
    load: () => import('./approval-page.tsx').then((file) => file.ApprovalPage),
  },
];
