import { postShrinkage } from '#shared/journal/post-shrinkage.ts';
import { postDocument } from '../journal/post-document.ts';
import { prepared } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { findCountRow } from './find-count.ts';

interface BookedLine {
  readonly quantityThousandths: number;
  readonly costCents: number | null;
  readonly businessDate: string;
}

/**
 * Posts what a count has booked so far, each movement once, at the cost that its first line has. It belongs to the store
 * and to no drawer. Goods of others were never in the books. M2.
 */
export function postCountJournal(tx: WriteTx, countId: string): void {
  const count = findCountRow(tx, countId);
  if (!count) throw new Error('no count to post');
  const lines = bookedLines(tx).all({ storeId: tx.storeId, countId });
  const shrunkCents = lines.reduce(
    (sum, line) => sum - Math.sign(line.quantityThousandths) * (line.costCents ?? 0),
    0,
  );
  const businessDate = lines[0]?.businessDate ?? count.businessDate;
  const document = { kind: 'stock_count', id: countId, businessDate } as const;
  postDocument(tx, { ...document, registerId: null, drawerSessionId: null }, [
    ...postShrinkage(shrunkCents),
  ]);
}

const bookedLines = prepared(({ $client }) =>
  $client.prepare<[object], BookedLine>(
    `select quantity_thousandths as quantityThousandths, cost_cents as costCents, business_date as businessDate
     from count_line as line
     where store_id = @storeId and count_id = @countId and movement_id is not null and owned = 1
       and not exists (select 1 from count_line as earlier
         where earlier.store_id = @storeId and earlier.count_id = @countId
           and earlier.movement_id = line.movement_id and earlier.id < line.id)
     order by id`,
  ),
);
