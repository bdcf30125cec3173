import { z } from 'zod';
import { listPieceTags } from '#db/printing/tags/find-tags.ts';
import { findTagPrinter } from '#db/settings/register-settings.ts';
import { getTagTerms } from '#db/settings/tag-terms.ts';
import type { ReadDb } from '#db/write-path/read-db.ts';
import { layoutTag } from '#shared/stock/tags/tag-layout.ts';
import { zplOf } from '#shared/stock/tags/tag-zpl.ts';

/** What the queue keeps of a run of tags. */
export const tagJobOptions = z.object({ pieceIds: z.array(z.string()) });

/** A run of tags for this register's tag printer, one tag a piece. A piece archived meanwhile has none. */
export function encodeTags(db: ReadDb, pieceIds: readonly string[]): Uint8Array {
  const { stock } = findTagPrinter(db);
  const { symbology } = getTagTerms(db);
  const tags = listPieceTags(db, pieceIds).map((tag) => zplOf(layoutTag(tag, stock, symbology)));
  // The fields hold visible ASCII alone, so every encoding gives the same bytes.
  return new TextEncoder().encode(`${tags.join('\n')}\n`);
}
