import { z } from 'zod';
import {
  commandId,
  idOf,
  priceCents,
  ratePpm,
  requiredText,
  timeZone,
  typedLines,
  typedText,
} from '../fields.ts';
import type { Cents, RatePpm } from '../money.ts';
import type { Paper } from '../documents/paper.ts';
import { paperWish } from '../printing/paper-wish.ts';
import { printerConnection } from '../printing/printer-connection.ts';
import { answer, ask, command, found, live, query } from '../procedure.ts';
import type { SaveStaffRefusal } from '../staff/contract.ts';
import { CASH_ROUNDINGS } from '../sales/pricing/cash-rounding.ts';
import { pin } from '../staff/contract.ts';

export const storeFields = z.object({
  name: requiredText(80),
  addressLines: typedLines(240),
  phone: typedText(40),
  zone: timeZone,
  receiptFooter: typedLines(400),
});
export type StoreFields = z.infer<typeof storeFields>;

export const taxFields = z.object({ name: requiredText(40), ratePpm });

const sharePpm = z
  .int()
  .min(0)
  .max(1_000_000)
  .transform((value) => value as RatePpm);

/** How the store sells. What an older store never set has the value that changes nothing for it. */
export const sellingFields = z.object({
  floatCents: priceCents,
  defaultTender: z.enum(['cash', 'card']),
  /** The area whose tax holds here; null: the one made at the first run. */
  homeTaxAreaId: idOf('taxArea').nullable().default(null),
  taxRounding: z.enum(['line', 'document']).default('line'),
  cashRounding: z.enum(CASH_ROUNDINGS).default('off'),
  /** From this share of its price on, a changed price needs a reason, or a manager. */
  reasonFromPpm: sharePpm.default(0 as RatePpm),
  overrideFromPpm: sharePpm.default(100_000 as RatePpm),
  customerFromCents: priceCents.nullable().default(null),
  restockingPpm: sharePpm.default(0 as RatePpm),
  restockingMinCents: priceCents.default(0 as Cents),
  restockingFreeDays: z.int().min(0).max(3650).default(0),
  tradeUpPpm: sharePpm.default(1_000_000 as RatePpm),
  /** What a register may take off a gift card while nobody can ask the others. */
  giftCardCapCents: priceCents.default(5000 as Cents),
  quoteDays: z.int().min(1).max(365).default(14),
  approvalDays: z.int().min(1).max(90).default(3),
});
export type SellingFields = z.infer<typeof sellingFields>;
/** What the selling settings set; the two of the taxes are set with the taxes, and nowhere else. */
const sellingInput = sellingFields.omit({ homeTaxAreaId: true, taxRounding: true });
export const SELLING_KEYS = Object.keys(sellingFields.shape) as readonly (keyof SellingFields)[];

const printerNow = z.object({
  connection: printerConnection,
  columns: z.union([z.literal(32), z.literal(42), z.literal(48)]),
  drawer: z.boolean(),
  locale: z.enum(['en', 'es']),
});

/** As it was said before a queue of the system could be a printer; registers still hold it so. */
interface PrinterBefore {
  readonly host: string;
  readonly port: number;
  readonly columns: 32 | 42 | 48;
  readonly drawer: boolean;
  readonly locale: 'en' | 'es';
}

export type PrinterInput = z.input<typeof printerNow> | PrinterBefore;

export const printerFields = z.preprocess((printer: PrinterInput) => {
  if (typeof printer !== 'object' || printer === null || !('host' in printer)) return printer;
  const { host, port, ...rest } = printer;
  return { connection: { kind: 'network', host, port }, ...rest };
}, printerNow);
export type PrinterFields = z.infer<typeof printerFields>;

export const setUpInput = z.object({
  commandId,
  store: storeFields,
  registerName: requiredText(40),
  tax: taxFields,
  owner: z.object({
    staffId: idOf('staff'),
    name: requiredText(80),
    initials: requiredText(4),
    pin,
  }),
  floatCents: priceCents,
  /** The language it is set up in: that of the service tiles it starts with. */
  language: z.enum(['en', 'es']).default('en'),
});

/** Why the store did not open. Each has a sentence with the next step; nothing was changed on disk. */
export type StoreRefusal =
  | { readonly code: 'KEY_MISSING' }
  | { readonly code: 'KEY_DAMAGED' }
  | { readonly code: 'KEY_LOCKED' }
  | { readonly code: 'STORE_FOREIGN' }
  | { readonly code: 'STORE_NEWER'; readonly migration: string }
  | { readonly code: 'STORE_CHANGED'; readonly migration: string }
  | { readonly code: 'STORE_DAMAGED'; readonly detail: string }
  | { readonly code: 'STORE_NOT_ENCRYPTED' }
  | { readonly code: 'TAIL_LOST'; readonly newest: number; readonly witnessed: number }
  | { readonly code: 'STORE_MISSING' }
  | { readonly code: 'FOLDER_READ_ONLY'; readonly folder: string }
  | { readonly code: 'STORE_IN_USE' }
  | { readonly code: 'DISK_FULL' }
  | { readonly code: 'SELF_TEST_FAILED'; readonly check: string };

export type StoreState =
  | { readonly state: 'opening' }
  | { readonly state: 'empty' }
  | { readonly state: 'ready' }
  | { readonly state: 'refused'; readonly refusal: StoreRefusal };

export interface SystemStatus {
  readonly store: StoreState;
  readonly demo: boolean;
  readonly appVersion: string;
  readonly keyProtectedBy: 'keychain' | 'file' | null;
  /**
   * This start opened a new series of numbers, because the disk is a copy of another or its witness cannot be read:
   * then nobody can say whether the newest sales are all here.
   */
  readonly newSeries: 'clone' | 'witness' | null;
  /** True until somebody has said that the recovery code is on paper. */
  readonly recoveryCodeUnseen: boolean;
  readonly name: string | null;
  readonly registerName: string | null;
  readonly zone: string | null;
  /** True when the clock stands before the newest stored fact or the last closed day: a banner, never a refusal. */
  readonly clockUnsure: boolean;
  /** Null: this store has never been connected, and nothing waits for a server. */
  readonly waitingChangesets: number | null;
  readonly backup: { readonly newestAtMs: number | null; readonly problem: string | null };
  readonly printing: { readonly waiting: number; readonly problem: string | null };
}

/** What changed, so that screens read again. */
export interface ChangeEvent {
  readonly tables: readonly string[];
}

export interface Settings {
  readonly store: StoreFields;
  readonly selling: SellingFields;
  readonly printer: PrinterFields | null;
}

export interface BackupSummary {
  readonly backupId: string;
  readonly madeAtMs: number;
  readonly reason: 'schedule' | 'demand' | 'migration' | 'dayClose';
  readonly bytes: number;
  readonly saleCount: number;
  readonly newestChangeset: number;
  readonly verified: boolean;
}

/** What a drill found in a backup opened as a scratch file; the shop's own file was not touched. */
export interface Drill {
  readonly backupId: string;
  readonly madeAtMs: number;
  readonly saleCount: number;
  readonly customerCount: number;
  readonly pieceCount: number;
  readonly photoCount: number;
  /** Photos whose file is not in the backup, or is damaged. */
  readonly photosMissing: number;
  readonly newestSaleNumber: string | null;
  /** Changesets the open file has and the backup has not. */
  readonly lostChangesets: number | null;
}

export type BackupRefusal =
  | { readonly code: 'BACKUP_NOT_FOUND' }
  | { readonly code: 'BACKUP_DAMAGED'; readonly detail: string }
  | { readonly code: 'BACKUP_FOREIGN' }
  | { readonly code: 'BACKUP_FAILED'; readonly detail: string }
  | { readonly code: 'RECOVERY_CODE_REQUIRED' }
  | { readonly code: 'RECOVERY_CODE_WRONG' }
  | { readonly code: 'NOT_ALLOWED' }
  | { readonly code: 'DRILL_FIRST' }
  | { readonly code: 'DISK_FULL' };

export interface PrintQueueEntry {
  readonly printJobId: string;
  readonly kind: string;
  readonly title: string;
  readonly state: 'queued' | 'printing' | 'printed' | 'failed' | 'unsure';
  readonly problem: string | null;
  readonly queuedAtMs: number;
}

export const systemContract = {
  status: ask('anyone', z.object({})).output(found<SystemStatus>()),
  /** Every commit's tables, from now on. */
  changes: ask('anyone', z.object({})).output(live<ChangeEvent>()),
  setUp: command('anyone', setUpInput).output(
    answer<
      { readonly recoveryCode: string | null },
      SaveStaffRefusal | { readonly code: 'ALREADY_SET_UP' }
    >(),
  ),
  /** The recovery code, for as long as nobody has said that it is on paper; null after that. */
  recoveryCode: ask('anyone', z.object({})).output(found<string | null>()),
  /** It is on paper: no start shows it again. Who may read it says so; anybody else could make it vanish unread. */
  confirmRecoveryCode: command('backups.restore', z.object({})).output(answer<null, never>()),
  /** Opens the store with the printed code when the key is missing or damaged. */
  useRecoveryCode: command('anyone', z.object({ recoveryCode: z.string().max(100) })).output(
    answer<
      null,
      | { readonly code: 'RECOVERY_CODE_WRONG' }
      | { readonly code: 'RECOVERY_CODE_MALFORMED' }
      | { readonly code: 'KEY_FILE_MISSING' }
    >(),
  ),
  /** The demo shop beside the real one; it never syncs. */
  openDemo: command('anyone', z.object({})).output(answer<null, never>()),
  leaveDemo: command('anyone', z.object({})).output(answer<null, never>()),
  resetDemo: command('anyone', z.object({})).output(
    answer<null, { readonly code: 'NOT_A_DEMO' }>(),
  ),
};

export const settingsContract = {
  get: query('signedIn', z.object({})).output(found<Settings>()),
  saveStore: command('settings.change', z.object({ commandId, store: storeFields })).output(
    answer<null, never>(),
  ),
  saveSelling: command('settings.change', z.object({ commandId, selling: sellingInput })).output(
    answer<null, never>(),
  ),
  savePrinter: command('settings.change', z.object({ printer: printerFields.nullable() })).output(
    answer<null, never>(),
  ),
};

/**
 * While the shop is open these need the right; while it is not (a lost tail, a new PC) the printed recovery code is the
 * authority, because nobody can sign in.
 */
export const backupsContract = {
  list: ask('anyone', z.object({})).output(found<readonly BackupSummary[]>()),
  make: command('backups.make', z.object({})).output(answer<BackupSummary, BackupRefusal>()),
  drill: command(
    'anyone',
    z.object({ backupId: z.string().max(80), recoveryCode: z.string().max(100).optional() }),
  ).output(answer<Drill, BackupRefusal>()),
  /** Puts a drilled backup in the shop's place; what was there is kept beside it as evidence. */
  restore: command(
    'anyone',
    z.object({ backupId: z.string().max(80), recoveryCode: z.string().max(100).optional() }),
  ).output(answer<Drill, BackupRefusal>()),
  /** Goes on with what the disk still has after a lost tail, in a new series, with the loss on record. */
  goOnWithLoss: command('anyone', z.object({ recoveryCode: z.string().max(100) })).output(
    answer<
      { readonly lostChangesets: number },
      BackupRefusal | { readonly code: 'NOTHING_LOST' }
    >(),
  ),
};

export const printingContract = {
  /** The printers the operating system knows, by name; none where it has no printing of its own. */
  systemQueues: ask('signedIn', z.object({})).output(found<readonly string[]>()),
  queue: query('printing.use', z.object({})).output(found<readonly PrintQueueEntry[]>()),
  /** Prints a paid ticket again, marked COPY. */
  reprint: command('printing.use', z.object({ commandId, saleId: idOf('sale') })).output(
    answer<null, { readonly code: 'SALE_NOT_FOUND' } | { readonly code: 'PRINTER_NOT_SET' }>(),
  ),
  printZ: command('printing.use', z.object({ commandId, dayCloseId: idOf('dayClose') })).output(
    answer<null, { readonly code: 'DAY_CLOSE_NOT_FOUND' } | { readonly code: 'PRINTER_NOT_SET' }>(),
  ),
  /** A paper as it prints, for the preview and the PDF; null where its subject has none. */
  paper: query(
    'sales.read',
    paperWish.extend({ copy: z.boolean(), locale: z.enum(['en', 'es']) }),
  ).output(found<Paper | null>()),
  /** Prints a paper; a receipt or a Z is marked COPY, because the first one printed by itself. */
  print: command('sales.sell', paperWish.extend({ commandId })).output(
    answer<null, { readonly code: 'PAPER_NOT_FOUND' } | { readonly code: 'PRINTER_NOT_SET' }>(),
  ),
  testPage: command('settings.change', z.object({ commandId })).output(
    answer<null, { readonly code: 'PRINTER_NOT_SET' }>(),
  ),
  retry: command('printing.use', z.object({ printJobId: idOf('printJob') })).output(
    answer<null, { readonly code: 'PRINT_JOB_NOT_FOUND' }>(),
  ),
  dismiss: command('printing.use', z.object({ printJobId: idOf('printJob') })).output(
    answer<null, { readonly code: 'PRINT_JOB_NOT_FOUND' }>(),
  ),
};
