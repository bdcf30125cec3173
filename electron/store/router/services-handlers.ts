import { archiveTile } from '#db/sales/tiles/archive-tile.ts';
import { arrangeTiles } from '#db/sales/tiles/arrange-tiles.ts';
import { saveTile } from '#db/sales/tiles/save-tile.ts';
import { fromReader, gated, sessionOf } from './gate.ts';

const { services } = gated;

/** The tiles of the Sell screen. */
export const servicesHandlers = {
  list: services.list.handler(fromReader('services.list')),
  save: services.save.handler(({ input, context }) => {
    const command = context.store.context('services.save', input.commandId, sessionOf(context));
    return context.store.shop.writer.write(command, input, (tx) => saveTile(tx, command, input));
  }),
  arrange: services.arrange.handler(({ input, context }) => {
    const command = context.store.context('services.arrange', input.commandId, sessionOf(context));
    return context.store.shop.writer.write(command, input, (tx) =>
      arrangeTiles(tx, command, input),
    );
  }),
  archive: services.archive.handler(({ input, context }) => {
    const command = context.store.context('services.archive', input.commandId, sessionOf(context));
    return context.store.shop.writer.write(command, input, (tx) => archiveTile(tx, command, input));
  }),
};
