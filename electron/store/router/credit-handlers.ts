import { grantCredit } from '#db/gift-cards/grant-credit.ts';
import { adjustAccount } from '#db/house-accounts/adjust-account.ts';
import { saveAccount } from '#db/house-accounts/save-account.ts';
import { fileForm } from '#db/sales/form-8300/file-form.ts';
import { fundPayment } from '#db/sales/payments/fund-payment.ts';
import { recordCheck } from '#db/sales/payments/record-check.ts';
import { resolvePayment } from '#db/sales/payments/resolve-payment.ts';
import { archiveProvider, saveProvider } from '#db/sales/payments/save-provider.ts';
import { fromReader, gated } from './gate.ts';
import { toWriter } from './to-writer.ts';

const { credit, accounts, payments, form8300 } = gated;

export const creditHandlers = {
  giftCard: credit.giftCard.handler(fromReader('credit.giftCard')),
  giftCards: credit.giftCards.handler(fromReader('credit.giftCards')),
  storeCredit: credit.storeCredit.handler(fromReader('credit.storeCredit')),
  storeCredits: credit.storeCredits.handler(fromReader('credit.storeCredits')),
  grant: credit.grant.handler(toWriter('credit.grant', grantCredit)),
};

export const accountsHandlers = {
  get: accounts.get.handler(fromReader('accounts.get')),
  list: accounts.list.handler(fromReader('accounts.list')),
  statement: accounts.statement.handler(fromReader('accounts.statement')),
  save: accounts.save.handler(toWriter('accounts.save', saveAccount)),
  adjust: accounts.adjust.handler(toWriter('accounts.adjust', adjustAccount)),
};

export const paymentsHandlers = {
  checks: payments.checks.handler(fromReader('payments.checks')),
  unknown: payments.unknown.handler(fromReader('payments.unknown')),
  financed: payments.financed.handler(fromReader('payments.financed')),
  providers: payments.providers.handler(fromReader('payments.providers')),
  recordCheck: payments.recordCheck.handler(toWriter('payments.recordCheck', recordCheck)),
  resolve: payments.resolve.handler(toWriter('payments.resolve', resolvePayment)),
  fund: payments.fund.handler(toWriter('payments.fund', fundPayment)),
  saveProvider: payments.saveProvider.handler(toWriter('payments.saveProvider', saveProvider)),
  archiveProvider: payments.archiveProvider.handler(
    toWriter('payments.archiveProvider', archiveProvider),
  ),
};

export const form8300Handlers = {
  meter: form8300.meter.handler(fromReader('form8300.meter')),
  list: form8300.list.handler(fromReader('form8300.list')),
  file: form8300.file.handler(toWriter('form8300.file', fileForm)),
};
