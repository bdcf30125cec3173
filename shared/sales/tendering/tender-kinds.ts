import type { TenderKind } from '../tenders.ts';

/** What a kind of tender is able to do, and what it needs. */
export interface TenderTraits {
  /** More may be handed over than is due, and the rest goes back in cash. */
  readonly givesChange: boolean;
  readonly opensDrawer: boolean;
  /** At the day close: cash is counted, checks are listed for the deposit slip, cards stand against the terminal's batch. */
  readonly countedAtClose: 'cash' | 'listed' | 'batch' | 'no';
  /** A number must be typed: of the check, the gift card, the application, the lease, or what the tender was. */
  readonly needsReference: boolean;
  /** The sale must name its customer: what is owed to or by somebody needs a name. */
  readonly needsCustomer: boolean;
  /** May have been taken without anybody knowing whether it was charged. */
  readonly mayBeUnknown: boolean;
  /**
   * Where a refund may go: back to what this tender paid, or with an override also where it paid nothing. A lender or
   * lessor takes back only what it financed, and a gift card is refunded as the card it was.
   */
  readonly refund: 'with_override' | 'original_only';
  /** Whose turn it is when a refund goes back to several tenders of one sale; equal turns go in order of payment. */
  readonly refundTurn: number;
}

/** Every kind of tender (docs/rules.md, The sale). */
export const TENDER_TRAITS: Readonly<Record<TenderKind, TenderTraits>> = {
  cash: {
    givesChange: true,
    opensDrawer: true,
    countedAtClose: 'cash',
    needsReference: false,
    needsCustomer: false,
    mayBeUnknown: false,
    refund: 'with_override',
    refundTurn: 5,
  },
  card: {
    givesChange: false,
    opensDrawer: false,
    countedAtClose: 'batch',
    needsReference: false,
    needsCustomer: false,
    mayBeUnknown: true,
    refund: 'with_override',
    refundTurn: 1,
  },
  check: {
    givesChange: false,
    opensDrawer: true,
    countedAtClose: 'listed',
    needsReference: true,
    needsCustomer: false,
    mayBeUnknown: false,
    refund: 'with_override',
    refundTurn: 2,
  },
  gift_card: {
    givesChange: false,
    opensDrawer: false,
    countedAtClose: 'no',
    needsReference: true,
    needsCustomer: false,
    mayBeUnknown: false,
    refund: 'original_only',
    refundTurn: 4,
  },
  store_credit: {
    givesChange: false,
    opensDrawer: false,
    countedAtClose: 'no',
    needsReference: false,
    needsCustomer: true,
    mayBeUnknown: false,
    refund: 'with_override',
    refundTurn: 3,
  },
  house_account: {
    givesChange: false,
    opensDrawer: false,
    countedAtClose: 'no',
    needsReference: false,
    needsCustomer: true,
    mayBeUnknown: false,
    refund: 'with_override',
    refundTurn: 3,
  },
  finance: {
    givesChange: false,
    opensDrawer: false,
    countedAtClose: 'no',
    needsReference: true,
    needsCustomer: true,
    mayBeUnknown: false,
    refund: 'original_only',
    refundTurn: 3,
  },
  lease: {
    givesChange: false,
    opensDrawer: false,
    countedAtClose: 'no',
    needsReference: true,
    needsCustomer: true,
    mayBeUnknown: false,
    refund: 'original_only',
    refundTurn: 3,
  },
  other: {
    givesChange: false,
    opensDrawer: false,
    countedAtClose: 'no',
    needsReference: true,
    needsCustomer: false,
    mayBeUnknown: true,
    refund: 'with_override',
    refundTurn: 3,
  },
};
