import type { ReviewFinding } from '#shared/review/kinds.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import { type TouchedRow, touchedSubjects } from '../touched-rows.ts';
import {
  giftCardCodeTwice,
  giftCardOverdrawn,
  houseAccountOverLimit,
  storeCreditOverdrawn,
} from './detect-credit.ts';
import {
  approvalEndedTwice,
  checkReturnedTwice,
  paymentFundedTwice,
  paymentResolvedTwice,
  paymentTakenBackTwice,
} from './detect-events.ts';
import {
  lineReturnedTwice,
  saleNotBalanced,
  saleNumberTwice,
  saleVoidedAndReturned,
  saleVoidedTwice,
} from './detect-sales.ts';
import { pieceSoldTwice, stockBelowZero, stockNumberTwice } from './detect-stock.ts';
import type { Detector } from './detector.ts';

/** Everything that is looked for. `payment_unresolved` is not: the close that leaves a payment open says so itself. */
export const DETECTORS: readonly Detector[] = [
  pieceSoldTwice,
  stockBelowZero,
  stockNumberTwice,
  lineReturnedTwice,
  saleVoidedAndReturned,
  saleVoidedTwice,
  saleNumberTwice,
  saleNotBalanced,
  giftCardOverdrawn,
  giftCardCodeTwice,
  storeCreditOverdrawn,
  houseAccountOverLimit,
  approvalEndedTwice,
  paymentResolvedTwice,
  paymentTakenBackTwice,
  paymentFundedTwice,
  checkReturnedTwice,
];

/** M6, M9: what is wrong with the subjects of rows that came from other registers. Reads the facts, changes nothing. */
export function findTroubles(
  db: ReadDb,
  touched: readonly TouchedRow[],
  detectors: readonly Detector[] = DETECTORS,
): readonly ReviewFinding[] {
  return detectors.flatMap((detector) =>
    troublesOf(db, detector, touchedSubjects(db, detector.subjectsOf, touched)),
  );
}

/** All that is wrong anywhere: the nightly check. Reads whole tables: for a thread that nobody waits for. */
export function findTroublesAnywhere(
  db: ReadDb,
  detectors: readonly Detector[] = DETECTORS,
): readonly ReviewFinding[] {
  return detectors.flatMap((detector) => troublesOf(db, detector, detector.candidates(db)));
}

function troublesOf(
  db: ReadDb,
  { kind, find }: Detector,
  subjects: Iterable<string>,
): readonly ReviewFinding[] {
  return [...subjects].flatMap((subjectId) => {
    const causes = find(db, subjectId);
    return causes.length > 0 ? [{ kind, subjectId, causes }] : [];
  });
}
