/**
 * What a review task can be about, and what its subject is. Registers that were apart may do a thing twice; both facts
 * stand, the money of both is kept, and people see one task (docs/rules.md, Review).
 */
export const REVIEW_SUBJECTS = {
  /** One of one left the shop by more than one sale that stands. M6. */
  piece_sold_twice: 'piece',
  /** More left than there was, in another way than two sales: counted goods sold out twice, a piece sold while it is on approval. */
  stock_below_zero: 'piece',
  /** More of a line came back than was sold. M9. */
  line_returned_twice: 'sale_line',
  /** A sale was voided, and lines of it came back as returns. */
  sale_voided_and_returned: 'sale',
  sale_voided_twice: 'sale',
  /** Two sales carry one receipt number. */
  sale_number_twice: 'sale_number',
  /** A sale of another register whose rows do not add up: it stands, and the books cannot take it. M1. */
  sale_not_balanced: 'sale',
  /** Two pieces that are here carry one stock number. */
  stock_number_twice: 'stock_number',
  /** More was spent from a card than was put on it. M3. */
  gift_card_overdrawn: 'gift_card',
  /** Two cards carry one code. */
  gift_card_code_twice: 'gift_card_code',
  store_credit_overdrawn: 'customer',
  house_account_over_limit: 'customer',
  /** A piece on approval both came back and was bought, or either of them twice. */
  approval_ended_twice: 'approval_line',
  /** The day was closed over a payment nobody knows the end of; its one cause is the payment. M7. */
  payment_unresolved: 'payment',
  /** One payment was found both charged and not charged. M7. */
  payment_resolved_twice: 'payment',
  /** A correction took a payment back that another correction, or a void, took back as well. */
  payment_taken_back_twice: 'payment',
  /** One financed payment was written down as paid twice, with other figures each time. */
  payment_funded_twice: 'payment',
  /** One check was sent back twice, and its fee with it. */
  check_returned_twice: 'payment',
} as const satisfies Readonly<Record<string, string>>;

export type ReviewKind = keyof typeof REVIEW_SUBJECTS;
export type ReviewSubjectKind = (typeof REVIEW_SUBJECTS)[ReviewKind];

/** Kinds where each cause is trouble by itself. The others take two, and are trouble from the second on. */
export const TROUBLE_ALONE: ReadonlySet<ReviewKind> = new Set<ReviewKind>([
  'stock_below_zero',
  'sale_not_balanced',
  'gift_card_overdrawn',
  'store_credit_overdrawn',
  'house_account_over_limit',
  'payment_unresolved',
]);

/** What gave cause: a document, or the entry or event of one. */
export const REVIEW_DOCUMENTS = [
  'sale',
  'sale_void',
  'stock_movement',
  'piece',
  'gift_card',
  'gift_card_entry',
  'store_credit_entry',
  'house_account_entry',
  'approval_event',
  'payment',
  'payment_resolution',
  'check_event',
  'finance_funding',
] as const;
export type ReviewDocumentKind = (typeof REVIEW_DOCUMENTS)[number];

/** How people settle a task. */
export const REVIEW_OUTCOMES = [
  /** A void, a return or another document put it right. */
  'corrected',
  /** It stays as it is, and the shop bears it. */
  'accepted',
  /** Looked into: nothing is wrong. */
  'not_a_problem',
] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** A document by its kind and id. */
export interface ReviewDocument {
  readonly documentKind: ReviewDocumentKind;
  readonly documentId: string;
}

/** Something to review: what about, and the documents that give cause, at least one. */
export interface ReviewFinding {
  readonly kind: ReviewKind;
  readonly subjectId: string;
  readonly causes: readonly ReviewDocument[];
}
