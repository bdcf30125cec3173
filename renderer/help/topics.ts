/** Pages of the guide in the order of its contents. */
export const PAGES = [
  'first-steps',
  'sell',
  'find',
  'price',
  'pay',
  'receipts',
  'park',
  'tiles',
  'gift-cards',
  'returns',
  'corrections',
  'approvals',
  'quotes',
  'customers',
  'exempt',
  'stock',
  'import',
  'accounts',
  'drawer',
  'day-close',
  'review',
  'staff',
  'taxes',
  'settings',
  'scanner',
  'customer-display',
  'backup',
  'offline',
  'keys',
  'trouble',
] as const;

export type GuidePage = (typeof PAGES)[number];

/** The beginning of an address and its page; the longest beginning wins. */
const BY_ADDRESS: readonly (readonly [address: string, page: GuidePage])[] = [
  ['/sell', 'sell'],
  ['/sell/approvals', 'approvals'],
  ['/sell/quotes', 'quotes'],
  ['/customers', 'customers'],
  ['/stock', 'stock'],
  ['/imports', 'import'],
  ['/accounts', 'accounts'],
  ['/accounts/gift-cards', 'gift-cards'],
  ['/day-close', 'day-close'],
  ['/review', 'review'],
  ['/settings', 'settings'],
  ['/settings/staff', 'staff'],
  ['/settings/taxes', 'taxes'],
  ['/settings/services', 'tiles'],
  ['/settings/scanner', 'scanner'],
  ['/settings/tags', 'stock'],
  ['/settings/printer', 'receipts'],
  ['/settings/backup', 'backup'],
  ['/settings/display', 'customer-display'],
];

/** The page that belongs to a screen. */
export function pageForAddress(pathname: string): GuidePage {
  const fits = BY_ADDRESS.filter(
    ([address]) => pathname === address || pathname.startsWith(`${address}/`),
  );
  const [, page] = fits.toSorted(([a], [b]) => b.length - a.length)[0] ?? ['', 'first-steps'];
  return page;
}

/** The beginning of a code and where its matter is told; the first that fits. */
const BY_CODE: readonly (readonly [RegExp, GuidePage])[] = [
  [/^(?:GIFT_CARD|STORE_CREDIT|VOID_GIFT)/, 'gift-cards'],
  [/^(?:SALE_UNDER|TENDER|PAYMENT_NOT_FOUND|LESSOR|LEASE|PROVIDER)/, 'pay'],
  [/^(?:VOID|SALE_ALREADY_VOID|SALE_NOT_FOUND|PAPER|PRINT|QUEUE|HOST)/, 'receipts'],
  [/^(?:RETURN|LINE_ALREADY|REFUND|TRADE_UP|INSPECTION)/, 'returns'],
  [/^(?:CORRECT|PAYMENT_NOT_CORR|SALE_ON_CUST|SALE_UNTAXED|SHARES)/, 'corrections'],
  [/^(?:PRICE|OUT_THE_DOOR|TAG_PRICE|AMOUNT)/, 'price'],
  [/^(?:CART|CARTS)/, 'park'],
  [/^APPROVAL/, 'approvals'],
  [/^QUOTE/, 'quotes'],
  [/^(?:CERTIFICATE|EXEMPT)/, 'exempt'],
  [/^(?:CUSTOMER|PHONE|EMAIL|ADDRESS)/, 'customers'],
  [/^(?:PIECE|STOCK|QUANTITY)/, 'stock'],
  [/^IMPORT/, 'import'],
  [/^(?:ACCOUNT|CHECK|FUNDING|SHIPMENT|NOTHING_TO_FILE|PAYMENT)/, 'accounts'],
  [/^(?:DRAWER|PAY_OUT|LEAVE_OVER)/, 'drawer'],
  [/^(?:DAY|OVER_SHORT|BATCH|UNRESOLVED|SUPPLEMENT|NOTHING_LATE)/, 'day-close'],
  [/^REVIEW/, 'review'],
  [
    /^(?:PIN|INITIALS|STAFF|ROLE|LAST_OWNER|OWNER|OVERRIDE|NOT_ALLOWED|FORBIDDEN|NOT_SIGNED)/,
    'staff',
  ],
  [/^TAX/, 'taxes'],
  [/^TILE/, 'tiles'],
  [/^(?:BACKUP|RECOVERY|DRILL|KEY|STORE|TAIL|FOLDER|DISK|SELF_TEST)/, 'backup'],
];

/** Where the matter of a code is told at length; what no area owns stands in the page about trouble. */
export function guidePageOf(code: string): GuidePage {
  return BY_CODE.find(([begins]) => begins.test(code))?.[1] ?? 'trouble';
}

/** Codes that are no refusals of the store: where their sentences stand. */
export const NOTE_TEXTS: Readonly<Record<string, readonly [what: string, next: string]>> = {
  SCREEN_STOPPED: ['shell:crash.title', 'shell:crash.next'],
  WINDOW_STOPPED: ['shell:crash.title', 'shell:crash.next'],
  STORE_RESTARTS: ['shell:reconnecting', 'common:failure.storeBusy.next'],
  NEW_SERIES: ['shell:newSeries.witness', 'shell:newSeries.next'],
  CLOCK_UNSURE: ['shell:clock.title', 'shell:clock.next'],
  NO_ACCESS: ['shell:access.title', 'shell:access.next'],
  STORE_BUSY: ['common:failure.storeBusy.title', 'common:failure.storeBusy.next'],
  NOT_SIGNED_IN: ['common:failure.notSignedIn.title', 'common:failure.notSignedIn.next'],
  FORBIDDEN: ['common:failure.forbidden.title', 'common:failure.forbidden.next'],
  STORE_NOT_OPEN: ['common:failure.storeNotOpen.title', 'common:failure.storeNotOpen.next'],
  BAD_INPUT: ['common:failure.badInput.title', 'common:failure.badInput.next'],
  UNEXPECTED: ['common:failure.unexpected.title', 'common:failure.unexpected.next'],
};
