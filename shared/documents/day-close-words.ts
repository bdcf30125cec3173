import type { MovementReasonCode } from '../day-close/movement-reasons.ts';
import type { PaperTexts } from './texts/paper-texts.ts';

/** Words that somebody wrote where words are required: if they are empty now, they were erased. */
export function words(written: string, texts: PaperTexts): string {
  return written === '' ? texts.erased : written;
}

/** Why cash moved, as the books know it. */
export function movementReasonName(code: MovementReasonCode, texts: PaperTexts): string {
  switch (code) {
    case 'change':
      return texts.reasonChange;
    case 'owner':
      return texts.reasonOwner;
    case 'reimbursed':
      return texts.reasonReimbursed;
    case 'supplies':
      return texts.reasonSupplies;
    case 'postage':
      return texts.reasonPostage;
    case 'cleaning':
      return texts.reasonCleaning;
    case 'food':
      return texts.reasonFood;
    case 'vendor':
      return texts.reasonVendor;
    case 'advance':
      return texts.reasonAdvance;
    case 'other':
      return texts.reasonOther;
  }
}
