import type { Screen } from '../app/screen.ts';

export const screens: readonly Screen[] = [
  {
    path: '/customers',
    section: 'customers',
    load: () => import('./customer-list.tsx').then((file) => file.CustomerList),
  },
  {
    path: '/customers/new',
    section: 'customers',
    load: () => import('./customer-form-screen.tsx').then((file) => file.NewCustomerScreen),
  },
  {
    path: '/customers/$customerId',
    section: 'customers',
    load: () => import('./customer-page.tsx').then((file) => file.CustomerPage),
  },
  {
    path: '/customers/$customerId/edit',
    section: 'customers',
    load: () => import('./customer-form-screen.tsx').then((file) => file.EditCustomerScreen),
  },
];
