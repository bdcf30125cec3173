import type { TenderKind } from '#shared/sales/tenders.ts';
import type { SaleCommand } from '../selling-context.tsx';
import type { TenderWords } from './tender-draft.ts';

export type SaleRefusalData = NonNullable<SaleCommand['refusal']>;

/** How a refused sale is mended; what a button of the note does, and `here` where the focus goes to a field instead. */
export type Fix =
  | 'here'
  | 'customer'
  | 'takeOnly'
  | 'manager'
  | 'takeOut'
  | 'lower'
  | 'reason'
  | 'newTag'
  | 'noQuote'
  | 'customerPage'
  | 'drawer'
  | 'back'
  /** The words say it all: the same again, later. */
  | 'again';

/** Every refusal with its way out. A new code without one does not compile. */
export const FIXES: Readonly<Record<SaleRefusalData['code'], Fix>> = {
  SALE_UNDERTENDERED: 'here',
  TENDER_OVER_TOTAL: 'here',
  TENDER_NEEDS_DETAIL: 'here',
  TENDER_NEEDS_CUSTOMER: 'customer',
  CUSTOMER_REQUIRED: 'customer',
  CUSTOMER_NOT_FOUND: 'customer',
  GIFT_CARD_UNKNOWN: 'here',
  GIFT_CARD_TAKEN: 'back',
  GIFT_CARD_SHORT: 'takeOnly',
  GIFT_CARD_OVER_CAP: 'takeOnly',
  STORE_CREDIT_SHORT: 'takeOnly',
  ACCOUNT_NOT_OPEN: 'customerPage',
  ACCOUNT_STOPPED: 'customerPage',
  ACCOUNT_OVER_LIMIT: 'takeOnly',
  PROVIDER_NOT_FOUND: 'here',
  LESSOR_NOT_READY: 'here',
  LESSOR_PAYS_ALL: 'here',
  ACCOUNT_PAYS_ITSELF: 'takeOnly',
  REFUND_OVER_PAID: 'manager',
  RETURN_LINE_NOT_FOUND: 'takeOut',
  LINE_ALREADY_RETURNED: 'takeOut',
  RETURN_NEEDS_OVERRIDE: 'manager',
  RETURN_NEEDS_ID: 'back',
  TRADE_UP_OVER_PURCHASE: 'back',
  EXEMPT_NEEDS_CERTIFICATE: 'customerPage',
  QUOTE_EXPIRED: 'noQuote',
  QUOTE_NOT_FOUND: 'noQuote',
  APPROVAL_LINE_CLOSED: 'takeOut',
  TAX_AREA_NOT_FOUND: 'back',
  OUT_THE_DOOR_NOT_POSSIBLE: 'back',
  PRICE_NEEDS_REASON: 'reason',
  PRICE_NEEDS_OVERRIDE: 'manager',
  SALE_TOTAL_CHANGED: 'again',
  PIECE_NOT_IN_STOCK: 'takeOut',
  PIECE_TWICE_IN_SALE: 'takeOut',
  QUANTITY_NOT_IN_STOCK: 'lower',
  TAG_PRICE_CHANGED: 'newTag',
  STAFF_NOT_FOUND: 'back',
  AMOUNT_OVER_LIMIT: 'back',
  DRAWER_NOT_OPEN: 'drawer',
  COMMAND_ID_REUSED: 'again',
  CHANGESET_TOO_LARGE: 'back',
  NOT_SAVED: 'again',
};

/** Where the thing to change stands: a field of the payment being typed, the list of payments, or the button of the note. */
export type FixTarget =
  | 'amount'
  | 'payments'
  | 'act'
  | Extract<
      keyof TenderWords,
      'checkNumber' | 'checkKind' | 'giftCardCode' | 'providerId' | 'application' | 'otherName'
    >;

/** Whose field a refusal is about; left out: no tender's. */
const OF_TENDER: Partial<Record<SaleRefusalData['code'], readonly [TenderKind, FixTarget]>> = {
  GIFT_CARD_UNKNOWN: ['gift_card', 'giftCardCode'],
  GIFT_CARD_SHORT: ['gift_card', 'amount'],
  GIFT_CARD_OVER_CAP: ['gift_card', 'amount'],
  STORE_CREDIT_SHORT: ['store_credit', 'amount'],
  ACCOUNT_OVER_LIMIT: ['house_account', 'amount'],
  PROVIDER_NOT_FOUND: ['finance', 'providerId'],
  LESSOR_NOT_READY: ['lease', 'providerId'],
  LESSOR_PAYS_ALL: ['lease', 'amount'],
  ACCOUNT_PAYS_ITSELF: ['house_account', 'amount'],
};

/** Where the focus goes after a refusal, while `typing` is the tender being typed. */
export function fixTarget(refusal: SaleRefusalData, typing: TenderKind): FixTarget {
  const { code } = refusal;
  if (code === 'SALE_UNDERTENDERED' || code === 'TENDER_OVER_TOTAL') return 'amount';
  if (code === 'TENDER_NEEDS_DETAIL')
    return refusal.tender === typing ? fieldOf(refusal.tender, refusal.detail) : 'payments';
  const [tender, field] = OF_TENDER[code] ?? [];
  if (tender === undefined || field === undefined) return 'act';
  return tender === typing ? field : 'payments';
}

const DETAIL_FIELDS: Readonly<Record<string, FixTarget>> = {
  amount: 'amount',
  checkKind: 'checkKind',
  brand: 'otherName',
  provider: 'providerId',
};

function fieldOf(tender: TenderKind, detail: string): FixTarget {
  if (detail !== 'reference') return DETAIL_FIELDS[detail] ?? 'amount';
  if (tender === 'check') return 'checkNumber';
  return tender === 'gift_card' ? 'giftCardCode' : 'application';
}
