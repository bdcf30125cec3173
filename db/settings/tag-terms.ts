import { and, eq, sql } from 'drizzle-orm';
import { ok, refuse, type Result } from '#shared/result.ts';
import { type CodeWord, readCodeWord } from '#shared/stock/tags/coded-cost.ts';
import { type SaveTagTermsRefusal, type TagTerms, tagTerms } from '#shared/stock/tags/contract.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { setting, settingTable } from './tables.ts';

/** What the store puts on its tags; what it never set has its default. */
export function getTagTerms(db: ReadDb): TagTerms {
  const row = tagSetting(db).get({ storeId: db.storeId });
  return tagTerms.parse(row ? JSON.parse(row.value) : {});
}

/** The store's code word; undefined where it has none. */
export function findCodeWord(db: ReadDb): CodeWord | undefined {
  const { codeWord } = getTagTerms(db);
  return codeWord === null ? undefined : readCodeWord(codeWord);
}

/**
 * Sets what the store puts on its tags. Refuses with `CODE_WORD_UNUSABLE` a word that is not ten letters, none twice,
 * and with `CODE_WORD_MISSING` to print coded costs without one.
 */
export function saveTagTerms(
  tx: WriteTx,
  _context: CommandContext,
  { terms }: { readonly terms: TagTerms },
): Result<null, SaveTagTermsRefusal> {
  const typed = terms.codeWord?.trim() ?? '';
  const codeWord = typed === '' ? null : readCodeWord(typed);
  if (codeWord === undefined) return refuse({ code: 'CODE_WORD_UNUSABLE' });
  if (terms.printsCost && codeWord === null) return refuse({ code: 'CODE_WORD_MISSING' });
  const value = JSON.stringify({ ...terms, codeWord } satisfies TagTerms);
  const now = tagSetting(tx).get({ storeId: tx.storeId });
  if (!now) tx.insertProfile(settingTable, { id: TAGS, value });
  else if (now.value !== value) tx.setFields(settingTable, TAGS, { value });
  return ok(null);
}

const TAGS = 'tags';

const tagSetting = prepared((orm) =>
  orm
    .select({ value: setting.value })
    .from(setting)
    .where(and(eq(setting.storeId, sql.placeholder('storeId')), eq(setting.id, TAGS)))
    .prepare(),
);
