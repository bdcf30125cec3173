import { bookCountLines, endCount } from '#db/counts/close-count.ts';
import { scanCount } from '#db/counts/scan-count.ts';
import { startCount } from '#db/counts/start-count.ts';
import { addPlace, closePlace, putAway, renamePlace } from '#db/stock/places/save-place.ts';
import type { CloseCountInput } from '#shared/stock/counts/contract.ts';
import { newId } from '../writer/new-id.ts';
import { fromReader, gated, type GatedContext, sessionOf } from './gate.ts';
import { toWriter } from './to-writer.ts';

const { counts, places } = gated;

export const placesHandlers = {
  list: places.list.handler(fromReader('places.list')),
  add: places.add.handler(toWriter('places.add', addPlace)),
  rename: places.rename.handler(toWriter('places.rename', renamePlace)),
  close: places.close.handler(toWriter('places.close', closePlace)),
  read: places.read.handler(fromReader('places.read')),
  putAway: places.putAway.handler(toWriter('places.putAway', putAway)),
};

/**
 * Closes a count in changesets of their own, each with its movements and its part of the books; the end is the command
 * itself. Cut off between two, the count is still open, and closing it again goes on with what is left.
 */
function close({
  input,
  context,
}: {
  readonly input: CloseCountInput & { readonly commandId: string };
  readonly context: GatedContext;
}) {
  const { store } = context;
  const session = sessionOf(context);
  const closeId = newId('countClose');
  for (;;) {
    const part = store.context('counts.book', newId('command'), session);
    const given = { ...input, closeId };
    const booked = store.shop.writer.write(part, given, (tx) => bookCountLines(tx, part, given));
    if (!booked.ok) {
      // The same close once more: its answer is kept.
      if (booked.refusal.code !== 'COUNT_CLOSED') return booked;
      break;
    }
    if (booked.value.left === 0) break;
  }
  const command = store.context('counts.close', input.commandId, session);
  return store.shop.writer.write(command, input, (tx) =>
    endCount(tx, command, { countId: input.countId, closeId }),
  );
}

export const countsHandlers = {
  list: counts.list.handler(fromReader('counts.list')),
  choices: counts.choices.handler(fromReader('counts.choices')),
  start: counts.start.handler(toWriter('counts.start', startCount)),
  get: counts.get.handler(fromReader('counts.get')),
  rows: counts.rows.handler(fromReader('counts.rows')),
  unknown: counts.unknown.handler(fromReader('counts.unknown')),
  scan: counts.scan.handler(toWriter('counts.scan', scanCount)),
  close: counts.close.handler(close),
};
