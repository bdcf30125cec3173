import { and, eq, sql } from 'drizzle-orm';
import { type DocumentKind, formatDocumentNumber } from '#shared/document-number.ts';
import { prepared, type ReadDb } from './read-db.ts';
import { numberSeries } from './tables.ts';

/** The number the next document of a kind will most likely get. Only the command itself takes one. */
export function previewNumber(
  db: ReadDb,
  kind: DocumentKind,
  { registerNumber, series }: { readonly registerNumber: number; readonly series: number },
): string {
  const last = lastNumber(db).get({ kind, series })?.last ?? 0;
  return formatDocumentNumber({ kind, registerNumber, series, counter: last + 1 });
}

const lastNumber = prepared((orm) =>
  orm
    .select({ last: numberSeries.last })
    .from(numberSeries)
    .where(
      and(
        eq(numberSeries.kind, sql.placeholder('kind')),
        eq(numberSeries.series, sql.placeholder('series')),
      ),
    )
    .prepare(),
);
