import { syncFieldPending } from './apply/tables.ts';
import {
  countCloseTable,
  countLineTable,
  countScanTable,
  stockCountTable,
} from './counts/tables.ts';
import { customerLookup, customerTable } from './customers/tables.ts';
import {
  bankedCheckTable,
  dayCloseTable,
  daySupplementTable,
  drawerMovementTable,
  drawerSessionTable,
  terminalBatchTable,
} from './drawer/tables.ts';
import { giftCardEntryTable, giftCardTable, storeCreditEntryTable } from './gift-cards/tables.ts';
import { houseAccountEntryTable, houseAccountTable } from './house-accounts/tables.ts';
import {
  importedSaleLineTable,
  importedSaleTable,
  importedSaleUndoTable,
} from './imports/sales/tables.ts';
import { importBatch, importRow } from './imports/tables.ts';
import { journalRow } from './journal/tables.ts';
import { photoTable } from './photos/tables.ts';
import { printJob } from './printing/tables.ts';
import {
  receiveDraft,
  receiveLineTable,
  receiveReversalTable,
  receiveTable,
} from './receiving/tables.ts';
import { reviewCauseTable, reviewResolutionTable, reviewTaskTable } from './review/tables.ts';
import {
  checkEventTable,
  commissionShareTable,
  financeFundingTable,
  paymentResolutionTable,
  saleCorrectionTable,
} from './sales/after-sale-tables.ts';
import {
  approvalEventTable,
  approvalLineTable,
  approvalTable,
  financeProviderTable,
  form8300FilingTable,
  quoteTable,
  serviceTileTable,
  shipmentEventTable,
  shipmentTable,
} from './sales/counter-tables.ts';
import { cart, paymentTable, saleLineTable, saleTable, saleVoidTable } from './sales/tables.ts';
import { registerSetting, registerTable, settingTable, storeTable } from './settings/tables.ts';
import { overrideGrantTable, staffPin, staffSignInTable, staffTable } from './staff/tables.ts';
import { stockPlaceTable } from './stock/places/tables.ts';
import { repriceLineTable, repriceTable } from './stock/reprice/tables.ts';
import { pieceState, pieceTable, stockMovementTable } from './stock/tables.ts';
import {
  exemptionCertificateTable,
  saleTaxTable,
  taxAreaTable,
  taxAttestationTable,
  taxRuleTable,
} from './taxes/tables.ts';
import {
  changeset,
  changesetValue,
  numberSeries,
  syncFieldToken,
  syncMeta,
  syncUnknownOp,
} from './write-path/tables.ts';

/** Every table that travels. Order is the order in which a replica may be filled. */
export const syncedTables = [
  storeTable,
  registerTable,
  settingTable,
  taxAreaTable,
  taxRuleTable,
  serviceTileTable,
  financeProviderTable,
  staffTable,
  customerTable,
  exemptionCertificateTable,
  houseAccountTable,
  stockPlaceTable,
  pieceTable,
  photoTable,
  staffSignInTable,
  overrideGrantTable,
  stockMovementTable,
  repriceTable,
  repriceLineTable,
  receiveTable,
  receiveLineTable,
  receiveReversalTable,
  stockCountTable,
  countScanTable,
  countLineTable,
  countCloseTable,
  importedSaleTable,
  importedSaleLineTable,
  importedSaleUndoTable,
  drawerSessionTable,
  saleTable,
  saleLineTable,
  saleTaxTable,
  paymentTable,
  saleVoidTable,
  saleCorrectionTable,
  commissionShareTable,
  checkEventTable,
  paymentResolutionTable,
  financeFundingTable,
  giftCardTable,
  giftCardEntryTable,
  storeCreditEntryTable,
  houseAccountEntryTable,
  shipmentTable,
  shipmentEventTable,
  quoteTable,
  approvalTable,
  approvalLineTable,
  approvalEventTable,
  form8300FilingTable,
  taxAttestationTable,
  drawerMovementTable,
  terminalBatchTable,
  dayCloseTable,
  bankedCheckTable,
  daySupplementTable,
  reviewTaskTable,
  reviewCauseTable,
  reviewResolutionTable,
] as const;

/** Tables that stay on this register: the log's machinery, derived rows, queues. */
export const localTables = [
  changeset,
  changesetValue,
  syncFieldToken,
  syncMeta,
  syncUnknownOp,
  syncFieldPending,
  numberSeries,
  staffPin,
  registerSetting,
  customerLookup,
  pieceState,
  journalRow,
  cart,
  printJob,
  receiveDraft,
  importBatch,
  importRow,
] as const;
