import type { CreditSlipFacts } from '#shared/documents/credit-slip-paper.ts';
import { findCustomerBrief } from '../../customers/find-customer.ts';
import { findGiftCard, giftCardBalance, storeCreditBalance } from '../../gift-cards/balances.ts';
import { findRegisterName, getStore } from '../../settings/find-settings.ts';
import { findStaff } from '../../staff/find-staff.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import { paperLanguage } from './paper-language.ts';
import { type PaperMarks, paperStore } from './paper-store.ts';

/** Who prints it, where and when. */
export interface SlipMaker {
  readonly registerId: string;
  readonly staffId: string | null;
  readonly nowMs: number;
}

/** The balance of a gift card, or of a customer's store credit, by the id of either; null for neither. */
export function creditSlipFacts(
  db: ReadDb,
  subjectId: string,
  { registerId, staffId, nowMs }: SlipMaker,
  marks: PaperMarks,
): CreditSlipFacts | null {
  const common = {
    store: paperStore(db),
    atMs: nowMs,
    zone: getStore(db).zone,
    registerName: findRegisterName(db, registerId),
    by: staffId === null ? '' : (findStaff(db, staffId)?.initials ?? ''),
    ...marks,
  };
  const card = findGiftCard(db, subjectId);
  if (card)
    return {
      ...common,
      of: 'gift_card',
      code: card.code,
      balanceCents: giftCardBalance(db, card.id),
    };
  const customer = findCustomerBrief(db, subjectId);
  if (!customer) return null;
  return {
    ...common,
    of: 'store_credit',
    customerName: customer.name,
    ...paperLanguage(db, subjectId),
    balanceCents: storeCreditBalance(db, subjectId),
  };
}
