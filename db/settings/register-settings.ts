import { eq, sql } from 'drizzle-orm';
import { printerFields, type PrinterFields, type PrinterInput } from '#shared/settings/contract.ts';
import { type TagPrinter, tagPrinter } from '#shared/stock/tags/contract.ts';
import { usualStock } from '#shared/stock/tags/tag-stock.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { registerSetting } from './tables.ts';

// How this one register is set up. Local rows: they never travel.

/** The printer of this register, or null where none was set up. One stored before queues were known is on the network. */
export function findPrinter(db: ReadDb): PrinterFields | null {
  const value = find(db, 'printer');
  return value === undefined ? null : printerFields.nullable().parse(JSON.parse(value));
}

/** Sets the printer of this register, or takes it away. */
export function savePrinter(tx: WriteTx, printer: PrinterInput | null): void {
  save(tx, 'printer', JSON.stringify(printerFields.nullable().parse(printer)));
}

/** The tag printer of this register, and the stock in it: usual barbell stock and no printer until somebody says otherwise. */
export function findTagPrinter(db: ReadDb): TagPrinter {
  const value = find(db, 'tagPrinter');
  if (value === undefined) return { connection: null, stock: usualStock('barbell', 203) };
  return tagPrinter.parse(JSON.parse(value));
}

/** Sets the tag printer of this register and what it is loaded with. */
export function saveTagPrinter(tx: WriteTx, printer: TagPrinter): void {
  save(tx, 'tagPrinter', JSON.stringify(printer));
}

/**
 * The secret that every PIN is mixed with before it is hashed; undefined before the first PIN. It lies in the encrypted
 * store alone: whoever has only the verifiers cannot try PINs on them (docs/rules.md, Staff).
 */
export function findPinPepper(db: ReadDb): string | undefined {
  return find(db, 'pinPepper');
}

/** Keeps the pepper. Throws when there is one: a second would make every PIN wrong. */
export function insertPinPepper(tx: WriteTx, pepper: string): void {
  if (findPinPepper(tx) !== undefined) throw new Error('the pepper is there already');
  save(tx, 'pinPepper', pepper);
}

/** When this register last looked through everything for trouble; undefined before the first time. */
export function findLastCheck(db: ReadDb): number | undefined {
  const value = find(db, 'checkedAtMs');
  return value === undefined ? undefined : Number(value);
}

/** Notes that everything was looked through. */
export function saveLastCheck(tx: WriteTx, atMs: number): void {
  save(tx, 'checkedAtMs', String(atMs));
}

type Key = 'printer' | 'tagPrinter' | 'pinPepper' | 'checkedAtMs';

function find(db: ReadDb, key: Key): string | undefined {
  return valueOf(db).get({ key })?.value;
}

function save(tx: WriteTx, key: Key, value: string): void {
  putValue(tx).run({ key, value });
  tx.touch('register_setting');
}

const valueOf = prepared((orm) =>
  orm
    .select({ value: registerSetting.value })
    .from(registerSetting)
    .where(eq(registerSetting.key, sql.placeholder('key')))
    .prepare(),
);

const putValue = prepared((orm) =>
  orm
    .insert(registerSetting)
    .values({ key: sql.placeholder('key'), value: sql.placeholder('value') })
    .onConflictDoUpdate({ target: registerSetting.key, set: { value: sql`excluded.value` } })
    .prepare(),
);
