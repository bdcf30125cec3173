import { addCustomer } from '#db/customers/add-customer.ts';
import { editCustomer } from '#db/customers/edit-customer.ts';
import { closeDay } from '#db/day-close/close-day.ts';
import { openDay } from '#db/day-close/open-day.ts';
import { saveBatch } from '#db/day-close/save-batch.ts';
import { makeSupplement } from '#db/day-close/supplements/make-supplement.ts';
import { businessDateNow } from '#db/drawer/business-date.ts';
import { MOVEMENT_PERMISSIONS, moveCash } from '#db/drawer/move-cash.ts';
import { addPiece } from '#db/stock/add-piece.ts';
import { editPiece } from '#db/stock/edit-piece.ts';
import { mayDo } from '#shared/staff/permissions.ts';
import { backUp } from '../writer/backups.ts';
import { fromReader, gated, sessionOf } from './gate.ts';
import { toWriter } from './to-writer.ts';

const { customers, stock, dayClose } = gated;

export const customersHandlers = {
  search: customers.search.handler(fromReader('customers.search')),
  get: customers.get.handler(fromReader('customers.get')),
  samePhone: customers.samePhone.handler(fromReader('customers.samePhone')),
  add: customers.add.handler(({ input, context }) => {
    const command = context.store.context('customers.add', input.commandId, sessionOf(context));
    return context.store.shop.writer.write(command, input, (tx) => addCustomer(tx, command, input));
  }),
  edit: customers.edit.handler(({ input, context }) => {
    const command = context.store.context('customers.edit', input.commandId, sessionOf(context));
    return context.store.shop.writer.write(command, input, (tx) =>
      editCustomer(tx, command, input),
    );
  }),
};

export const stockHandlers = {
  search: stock.search.handler(fromReader('stock.search')),
  get: stock.get.handler(fromReader('stock.get')),
  findByCode: stock.findByCode.handler(fromReader('stock.findByCode')),
  add: stock.add.handler(({ input, context }) => {
    const command = context.store.context('stock.add', input.commandId, sessionOf(context));
    return context.store.shop.writer.write(command, input, (tx) => {
      const businessDate = businessDateNow(tx, command.register.registerId, command.nowMs);
      return addPiece(tx, command, { ...input, businessDate });
    });
  }),
  edit: stock.edit.handler(({ input, context }) => {
    const command = context.store.context('stock.edit', input.commandId, sessionOf(context));
    return context.store.shop.writer.write(command, input, (tx) => editPiece(tx, command, input));
  }),
};

export const dayCloseHandlers = {
  drawer: dayClose.drawer.handler(fromReader('dayClose.drawer')),
  open: dayClose.open.handler(toWriter('dayClose.open', openDay)),
  moveCash: dayClose.moveCash.handler(({ input, context, errors }) => {
    const session = sessionOf(context);
    const permission = MOVEMENT_PERMISSIONS[input.kind];
    // A pay-out goes by an override too; everything else takes the right itself.
    if (input.kind !== 'paid_out' && !mayDo(session.roles, permission))
      throw errors.FORBIDDEN({ data: { permission } });
    const command = context.store.context('dayClose.moveCash', input.commandId, session);
    return context.store.shop.writer.write(command, input, (tx) => moveCash(tx, command, input));
  }),
  x: dayClose.x.handler(fromReader('dayClose.x')),
  closing: dayClose.closing.handler(fromReader('dayClose.closing')),
  saveBatch: dayClose.saveBatch.handler(toWriter('dayClose.saveBatch', saveBatch)),
  close: dayClose.close.handler(({ input, context }) => {
    const { store } = context;
    const command = store.context('dayClose.close', input.commandId, sessionOf(context));
    const closed = store.shop.writer.write(command, input, (tx) => closeDay(tx, command, input));
    if (closed.ok && !store.boot.demo) void backUp(store, 'dayClose');
    return closed;
  }),
  list: dayClose.list.handler(fromReader('dayClose.list')),
  z: dayClose.z.handler(fromReader('dayClose.z')),
  supplement: dayClose.supplement.handler(toWriter('dayClose.supplement', makeSupplement)),
};
