import { layer, type Plant } from './plant.ts';

/** One forbidden import for every row of the rooms inside db. */
export const STACK_PLANTS: readonly Plant[] = [
  layer(
    'stack.floor',
    'db/store/s1.ts',
    '../customers/thing.ts',
    /db\/store may not import db\/cust/,
  ),
  layer('stack.floor', 'db/s2.ts', '#db/sales/thing.ts', /db\/write path may not import db\/sales/),
  layer(
    'stack.roof',
    'db/sales/s10.ts',
    '#db/testing/shop.ts',
    /only rooms above db import db\/test/,
  ),
  layer(
    'stack.roof',
    'db/sales/s9.ts',
    '../all-tables.ts',
    /only rooms above db import db\/all-ta/,
  ),
  layer(
    'stack.roof',
    'db/day-close/s14.ts',
    '#db/apply/thing.ts',
    /only rooms above db import db\/apply/,
  ),
  layer(
    'stack.roof',
    'db/review/s17.ts',
    '../apply/thing.ts',
    /only rooms above db import db\/apply/,
  ),
  layer(
    'stack.0',
    'db/journal/s18.ts',
    '#db/taxes/thing.ts',
    /journal may not import db\/taxes: it lies/,
  ),
  layer(
    'stack.0',
    'db/stock/s3.ts',
    '../sales/thing.ts',
    /stock may not import db\/sales: it lies/,
  ),
  layer(
    'stack.0.neighbours',
    'db/stock/s4.ts',
    '#db/customers/thing.ts',
    /neighbours do not import/,
  ),
  layer(
    'stack.1',
    'db/printing/s11.ts',
    '#db/drawer/thing.ts',
    /printing may not import db\/drawer: it lies/,
  ),
  layer(
    'stack.1.neighbours',
    'db/taxes/s16.ts',
    '../printing/thing.ts',
    /neighbours do not import/,
  ),
  layer(
    'stack.2',
    'db/drawer/s12.ts',
    '../sales/thing.ts',
    /drawer may not import db\/sales: it lies/,
  ),
  layer(
    'stack.2.neighbours',
    'db/first-run/s13.ts',
    '../drawer/thing.ts',
    /neighbours do not import/,
  ),
  layer(
    'stack.3',
    'db/repairs/s5.ts',
    '#db/sales/thing.ts',
    /repairs may not import db\/sales: it/,
  ),
  layer(
    'stack.3',
    'db/house-accounts/s19.ts',
    '../sales/thing.ts',
    /house-accounts may not import db\/sales: it lies/,
  ),
  layer(
    'stack.3.neighbours',
    'db/house-accounts/s20.ts',
    '#db/gift-cards/thing.ts',
    /neighbours do not import/,
  ),
  layer(
    'stack.3.neighbours',
    'db/repairs/s6.ts',
    '../layaways/thing.ts',
    /neighbours do not import/,
  ),
  layer('stack.4', 'db/sales/s21.ts', '../review/thing.ts', /sales may not import db\/review: it/),
  layer('stack.4', 'db/sales/s7.ts', '../reports/thing.ts', /sales may not import db\/reports: it/),
  layer(
    'stack.5',
    'db/review/s15.ts',
    '#db/day-close/thing.ts',
    /review may not import db\/day-close: it/,
  ),
  layer(
    'stack.6.neighbours',
    'db/reports/s8.ts',
    '../day-close/thing.ts',
    /neighbours do not import/,
  ),
];
