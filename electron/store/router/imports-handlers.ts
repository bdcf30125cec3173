import { fromReader, gated, sessionOf } from './gate.ts';

const { imports } = gated;

export const importsHandlers = {
  read: imports.read.handler(({ input, context: { store } }) =>
    store.imports.read(input.batchId, input.file),
  ),
  dryRun: imports.dryRun.handler(({ input, context: { store } }) =>
    store.imports.dryRun(input.batchId, input.mapping),
  ),
  run: imports.run.handler(({ input, context }) =>
    context.store.imports.run(input.batchId, input.mapping, (commandId, batchId) =>
      context.store.context('imports.run', commandId, sessionOf(context), batchId),
    ),
  ),
  progress: imports.progress.handler(({ input, context: { store } }) =>
    store.imports.progress(input.batchId),
  ),
  cancel: imports.cancel.handler(({ input, context: { store } }) =>
    store.imports.cancel(input.batchId),
  ),
  undo: imports.undo.handler(({ input, context }) =>
    context.store.imports.undo(input.batchId, (commandId, batchId) =>
      context.store.context('imports.undo', commandId, sessionOf(context), batchId),
    ),
  ),
  badRows: imports.badRows.handler(fromReader('imports.badRows')),
  salesOf: imports.salesOf.handler(fromReader('imports.salesOf')),
  findSales: imports.findSales.handler(fromReader('imports.findSales')),
  list: imports.list.handler(fromReader('imports.list')),
};
