import type { Screen } from '../app/screen.ts';
import { addressOf } from './parts.ts';

export const screens: readonly Screen[] = [
  {
    path: addressOf('house'),
    section: 'accounts',
    load: () => import('./house-accounts.tsx').then((file) => file.HouseAccounts),
  },
  {
    path: '/accounts/house/$customerId',
    section: 'accounts',
    load: () => import('./account-page.tsx').then((file) => file.AccountPage),
  },
  {
    path: addressOf('credit'),
    section: 'accounts',
    load: () => import('./store-credits.tsx').then((file) => file.StoreCredits),
  },
  {
    path: addressOf('gift-cards'),
    section: 'accounts',
    load: () => import('./gift-cards.tsx').then((file) => file.GiftCards),
  },
  {
    path: addressOf('checks'),
    section: 'accounts',
    load: () => import('./checks.tsx').then((file) => file.Checks),
  },
  {
    path: addressOf('unsure'),
    section: 'accounts',
    load: () => import('./unsure-payments.tsx').then((file) => file.UnsurePayments),
  },
  {
    path: addressOf('lenders'),
    section: 'accounts',
    load: () => import('./lenders.tsx').then((file) => file.Lenders),
  },
  {
    path: addressOf('form-8300'),
    section: 'accounts',
    load: () => import('./form-8300.tsx').then((file) => file.Form8300),
  },
  {
    path: addressOf('shipments'),
    section: 'accounts',
    load: () => import('./shipments.tsx').then((file) => file.Shipments),
  },
];
