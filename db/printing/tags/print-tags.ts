import { ok, refuse, type Result } from '#shared/result.ts';
import type { PrintTagsRefusal } from '#shared/stock/tags/contract.ts';
import { findTagPrinter } from '../../settings/register-settings.ts';
import { pieceTable } from '../../stock/tables.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { hasJob } from '../print-queue.ts';
import { queueJob } from '../queue-paper.ts';
import { listPieceTags } from './find-tags.ts';

/**
 * Puts one tag of each piece into this register's tag printer, in one run, and notes which price each now carries.
 *
 * Refuses with `TAG_PRINTER_NOT_SET`, and with `PIECE_NOT_FOUND` where one is not there. The same command said twice
 * is one run.
 */
export function printTags(
  tx: WriteTx,
  context: CommandContext,
  { pieceIds }: { readonly pieceIds: readonly string[] },
): Result<{ readonly count: number }, PrintTagsRefusal> {
  if (findTagPrinter(tx).connection === null) return refuse({ code: 'TAG_PRINTER_NOT_SET' });
  const tags = listPieceTags(tx, pieceIds);
  if (tags.length < pieceIds.length) return refuse({ code: 'PIECE_NOT_FOUND' });
  const [first] = tags;
  if (!first || hasJob(tx, context.commandId)) return ok({ count: tags.length });
  queueJob(tx, context, {
    kind: 'tags',
    subjectId: null,
    copy: false,
    title: tags.length === 1 ? first.stockNumber : `${first.stockNumber} +${tags.length - 1}`,
    jobId: context.commandId,
    options: JSON.stringify({ pieceIds }),
  });
  noteTags(tx, pieceIds);
  return ok({ count: tags.length });
}

/** Takes pieces off the list of those that need a tag: they carry the right price, as a person says. Refuses nothing. */
export function dismissTags(
  tx: WriteTx,
  _context: CommandContext,
  { pieceIds }: { readonly pieceIds: readonly string[] },
): Result<{ readonly count: number }, never> {
  return ok({ count: noteTags(tx, pieceIds) });
}

function noteTags(tx: WriteTx, pieceIds: readonly string[]): number {
  const wrong = listPieceTags(tx, [...new Set(pieceIds)]).filter(
    ({ taggedCents, priceCents }) => taggedCents !== priceCents,
  );
  for (const { pieceId, priceCents } of wrong)
    tx.setFields(pieceTable, pieceId, { taggedCents: priceCents });
  return wrong.length;
}
