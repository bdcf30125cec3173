import type { CheckKind, TenderKind } from '../sales/tenders.ts';
import { fillText, type PaperTexts } from './texts/paper-texts.ts';

/** A tender as papers name it. */
export interface NamedTender {
  readonly tender: TenderKind;
  /** Of a card; the provider of a finance or lease; what an other tender is called. */
  readonly brand?: string;
  readonly checkKind?: CheckKind;
}

/** `Card · Visa`, `Cashier's check`, `Financing · Wells`. */
export function tenderWords({ tender, brand, checkKind }: NamedTender, texts: PaperTexts): string {
  const kind = tender === 'check' ? checkWords(checkKind, texts) : kindWords(tender, texts);
  return brand === undefined || brand === ''
    ? kind
    : fillText(texts.cardBrand, { tender: kind, brand });
}

/** What kind of paper a check is. */
export function checkWords(kind: CheckKind | undefined, texts: PaperTexts): string {
  switch (kind) {
    case undefined:
    case 'personal':
      return texts.check;
    case 'business':
      return texts.businessCheck;
    case 'cashiers_check':
      return texts.cashiersCheck;
    case 'money_order':
      return texts.moneyOrder;
    case 'bank_draft':
      return texts.bankDraft;
    case 'travelers_check':
      return texts.travelersCheck;
  }
}

function kindWords(tender: TenderKind, texts: PaperTexts): string {
  switch (tender) {
    case 'cash':
      return texts.cash;
    case 'card':
      return texts.card;
    case 'check':
      return texts.check;
    case 'gift_card':
      return texts.giftCard;
    case 'store_credit':
      return texts.storeCredit;
    case 'house_account':
      return texts.houseAccount;
    case 'finance':
      return texts.financing;
    case 'lease':
      return texts.lease;
    case 'other':
      return texts.otherTender;
  }
}
