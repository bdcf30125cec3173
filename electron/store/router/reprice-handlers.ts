import { businessDateNow } from '#db/drawer/business-date.ts';
import { repricePieces } from '#db/stock/reprice/reprice-pieces.ts';
import { undoReprice } from '#db/stock/reprice/undo-reprice.ts';
import { fromReader, gated } from './gate.ts';
import { toWriter } from './to-writer.ts';

const { reprice } = gated;

export const repriceHandlers = {
  choices: reprice.choices.handler(fromReader('reprice.choices')),
  preview: reprice.preview.handler(fromReader('reprice.preview')),
  apply: reprice.apply.handler(
    toWriter('reprice.apply', (tx, context, input) =>
      repricePieces(tx, context, {
        ...input,
        businessDate: businessDateNow(tx, context.register.registerId, context.nowMs),
      }),
    ),
  ),
  list: reprice.list.handler(fromReader('reprice.list')),
  undo: reprice.undo.handler(
    toWriter('reprice.undo', (tx, context, input) =>
      undoReprice(tx, context, {
        ...input,
        businessDate: businessDateNow(tx, context.register.registerId, context.nowMs),
      }),
    ),
  ),
};
