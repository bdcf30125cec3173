/** What an account is in the accounts of the store. */
export type AccountType = 'asset' | 'liability' | 'equity' | 'revenue' | 'cost' | 'expense';

/** What the detail of a row on an account names; an account without one has no details. */
export type AccountDetail = 'agency' | 'provider' | 'tender' | 'reason';

/** One account as it is seeded (docs/rules.md, The books). */
export interface Account {
  /** Key of its name in the window's catalogue. */
  readonly nameKey: `account.${string}`;
  readonly type: AccountType;
  /** The side that makes its balance larger. Rows are signed, debit positive. */
  readonly normal: 'debit' | 'credit';
  readonly detail?: AccountDetail;
}

/**
 * The chart of accounts, in the order in which journals and exports list it. Codes are stored with every row and never
 * change; names belong to the window, and a bookkeeper's own numbers to the export.
 */
export const ACCOUNTS = {
  // What is in the house or on its way to the bank.
  cash_drawer: { nameKey: 'account.cashDrawer', type: 'asset', normal: 'debit' },
  safe: { nameKey: 'account.safe', type: 'asset', normal: 'debit' },
  bank: { nameKey: 'account.bank', type: 'asset', normal: 'debit' },
  card_clearing: {
    nameKey: 'account.cardClearing',
    type: 'asset',
    normal: 'debit',
    detail: 'provider',
  },
  check_clearing: { nameKey: 'account.checkClearing', type: 'asset', normal: 'debit' },
  finance_receivable: {
    nameKey: 'account.financeReceivable',
    type: 'asset',
    normal: 'debit',
    detail: 'provider',
  },
  lease_receivable: {
    nameKey: 'account.leaseReceivable',
    type: 'asset',
    normal: 'debit',
    detail: 'provider',
  },
  other_tender: {
    nameKey: 'account.otherTender',
    type: 'asset',
    normal: 'debit',
    detail: 'tender',
  },
  // What customers owe.
  house_accounts: { nameKey: 'account.houseAccounts', type: 'asset', normal: 'debit' },
  returned_checks: { nameKey: 'account.returnedChecks', type: 'asset', normal: 'debit' },
  unresolved_payments: { nameKey: 'account.unresolvedPayments', type: 'asset', normal: 'debit' },
  uncollected_payments: { nameKey: 'account.uncollectedPayments', type: 'asset', normal: 'debit' },
  // Goods.
  inventory: { nameKey: 'account.inventory', type: 'asset', normal: 'debit' },
  scrap: { nameKey: 'account.scrap', type: 'asset', normal: 'debit' },
  returns_to_vendor: { nameKey: 'account.returnsToVendor', type: 'asset', normal: 'debit' },
  // What the store owes.
  deposits_repair: { nameKey: 'account.depositsRepair', type: 'liability', normal: 'credit' },
  deposits_special_order: {
    nameKey: 'account.depositsSpecialOrder',
    type: 'liability',
    normal: 'credit',
  },
  deposits_layaway: { nameKey: 'account.depositsLayaway', type: 'liability', normal: 'credit' },
  deposits_appraisal: { nameKey: 'account.depositsAppraisal', type: 'liability', normal: 'credit' },
  deposits_approval: { nameKey: 'account.depositsApproval', type: 'liability', normal: 'credit' },
  deposits_delivery: { nameKey: 'account.depositsDelivery', type: 'liability', normal: 'credit' },
  gift_cards: { nameKey: 'account.giftCards', type: 'liability', normal: 'credit' },
  store_credit: { nameKey: 'account.storeCredit', type: 'liability', normal: 'credit' },
  refunds_due: { nameKey: 'account.refundsDue', type: 'liability', normal: 'credit' },
  vendor_payable: { nameKey: 'account.vendorPayable', type: 'liability', normal: 'credit' },
  memo_payable: { nameKey: 'account.memoPayable', type: 'liability', normal: 'credit' },
  consignment_payable: {
    nameKey: 'account.consignmentPayable',
    type: 'liability',
    normal: 'credit',
  },
  sales_tax_payable: {
    nameKey: 'account.salesTaxPayable',
    type: 'liability',
    normal: 'credit',
    detail: 'agency',
  },
  unclaimed_property: { nameKey: 'account.unclaimedProperty', type: 'liability', normal: 'credit' },
  /** Cash put in from outside is no income; the bookkeeper says later what it was. */
  paid_in: { nameKey: 'account.paidIn', type: 'liability', normal: 'credit', detail: 'reason' },
  opening_balance: { nameKey: 'account.openingBalance', type: 'equity', normal: 'credit' },
  // Income, before discounts; `discounts` stands against it, so that both can be read.
  product_income: { nameKey: 'account.productIncome', type: 'revenue', normal: 'credit' },
  repair_income: { nameKey: 'account.repairIncome', type: 'revenue', normal: 'credit' },
  appraisal_income: { nameKey: 'account.appraisalIncome', type: 'revenue', normal: 'credit' },
  shipping_income: { nameKey: 'account.shippingIncome', type: 'revenue', normal: 'credit' },
  care_plan_income: { nameKey: 'account.carePlanIncome', type: 'revenue', normal: 'credit' },
  scrap_income: { nameKey: 'account.scrapIncome', type: 'revenue', normal: 'credit' },
  fee_income: { nameKey: 'account.feeIncome', type: 'revenue', normal: 'credit' },
  discounts: { nameKey: 'account.discounts', type: 'revenue', normal: 'debit' },
  // Cost of what was sold, by kind.
  cost_of_product: { nameKey: 'account.costOfProduct', type: 'cost', normal: 'debit' },
  cost_of_repair: { nameKey: 'account.costOfRepair', type: 'cost', normal: 'debit' },
  cost_of_appraisal: { nameKey: 'account.costOfAppraisal', type: 'cost', normal: 'debit' },
  cost_of_shipping: { nameKey: 'account.costOfShipping', type: 'cost', normal: 'debit' },
  cost_of_care_plan: { nameKey: 'account.costOfCarePlan', type: 'cost', normal: 'debit' },
  cost_of_scrap: { nameKey: 'account.costOfScrap', type: 'cost', normal: 'debit' },
  // What running the store costs.
  store_charges: { nameKey: 'account.storeCharges', type: 'expense', normal: 'debit' },
  missing: { nameKey: 'account.missing', type: 'expense', normal: 'debit' },
  giveaway: { nameKey: 'account.giveaway', type: 'expense', normal: 'debit' },
  fees: { nameKey: 'account.fees', type: 'expense', normal: 'debit' },
  bad_debts: { nameKey: 'account.badDebts', type: 'expense', normal: 'debit' },
  paid_out: { nameKey: 'account.paidOut', type: 'expense', normal: 'debit', detail: 'reason' },
  cash_over_short: { nameKey: 'account.cashOverShort', type: 'expense', normal: 'debit' },
  cash_rounding: { nameKey: 'account.cashRounding', type: 'expense', normal: 'debit' },
} as const satisfies Readonly<Record<string, Account>>;

/** The stored code of an account. */
export type AccountCode = keyof typeof ACCOUNTS;

const POSITIONS: ReadonlyMap<string, number> = new Map(
  Object.keys(ACCOUNTS).map((code, position) => [code, position]),
);

/** Where an account stands in the chart, from 0; one that is not in it stands after all others. */
export function accountPosition(code: string): number {
  return POSITIONS.get(code) ?? POSITIONS.size;
}

/** Whether a stored text is the code of an account. */
export function isAccountCode(text: string): text is AccountCode {
  return POSITIONS.has(text);
}

/** What the details of an account name; undefined where it has none. */
export function detailOf(code: AccountCode): AccountDetail | undefined {
  const account: Account = ACCOUNTS[code];
  return account.detail;
}
