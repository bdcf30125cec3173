import { afterEach, expect, test } from 'vitest';
import type { CustomerId, SaleId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import { ok } from '#shared/result.ts';
import { addLine, emptyCart, setCustomer } from '#shared/sales/cart.ts';
import { editCustomer } from '../customers/edit-customer.ts';
import { fieldsOf } from '../customers/customer-row.ts';
import { findCustomerRow } from '../customers/find-customer.ts';
import { grantCredit } from '../gift-cards/grant-credit.ts';
import { correctCustomer } from '../sales/corrections/correct-customer.ts';
import { correctTender } from '../sales/corrections/correct-tender.ts';
import { recordCheck } from '../sales/payments/record-check.ts';
import { voidSale } from '../sales/void/void-sale.ts';
import { unindexPiece } from '../stock/index-piece.ts';
import { pieceTable } from '../stock/tables.ts';
import { aCustomer } from '../testing/a-customer.ts';
import { aCart, aPiece, aSale, aTender, cartTotalCents, sell } from '../testing/a-sale.ts';
import { aShop, newId, type TestShop } from '../testing/a-shop.ts';
import { returnsOfSale } from '../testing/ticket-lines.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { applyChangesets } from './apply-changesets.ts';
import { listOwnChangesets } from './list-own-changesets.ts';
import { aReplica, dumpOf, sharedPart } from './testing/replica.ts';

let shop: TestShop;
afterEach(() => shop.close());

function done(answer: { readonly ok: boolean }): void {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
}
function act(
  command: string,
  body: (tx: WriteTx, context: CommandContext) => { readonly ok: boolean },
) {
  const context = shop.context(command, { actor: shop.manager });
  done(shop.writer.write(context, null, (tx) => (done(body(tx, context)), ok(null))));
}

/** A morning at one register, with a bit of everything that the books and the searches hear of. */
function aMorning(): void {
  const [ring, watch, pin, gone] = ['R-1', 'W-1', 'P-1', 'G-1'].map((stockNumber) =>
    aPiece(shop, { stockNumber, priceCents: 10_000 }),
  );
  if (!ring || !watch || !pin || !gone) throw new Error('no pieces');
  const customerId: CustomerId = aCustomer(shop);
  const ringUp = (piece: typeof ring, tender: 'cash' | 'check' | 'card'): [SaleId, string] => {
    const cart = setCustomer(aCart(shop, [piece]), customerId);
    const paid = aTender(
      tender,
      cartTotalCents(shop, cart),
      tender === 'check' ? { checkKind: 'personal', reference: '1042' } : {},
    );
    const input = aSale(shop, cart, [paid]);
    done(sell(shop, input));
    return [input.saleId, paid.paymentId];
  };
  const [voided] = ringUp(ring, 'cash');
  act('sales.void', (tx, context) =>
    voidSale(tx, context, { saleId: voided, reason: 'wrong ring', overrideId: null }),
  );
  const [returned] = ringUp(watch, 'card');
  const back = returnsOfSale(shop.writer, returned).reduce(
    addLine,
    setCustomer(emptyCart(newId('cart')), customerId),
  );
  done(
    sell(
      shop,
      aSale(shop, back, [
        aTender('card', cartTotalCents(shop, back), { refundOfSaleId: returned }),
      ]),
      { actor: shop.manager },
    ),
  );
  const [, check] = ringUp(pin, 'check');
  act('payments.recordCheck', (tx, context) =>
    recordCheck(tx, context, {
      paymentId: check,
      kind: 'returned',
      feeCents: 2500 as Cents,
      reason: 'no funds',
    }),
  );
  const [corrected, card] = ringUp(ring, 'card');
  act('sales.correctTender', (tx, context) => {
    const tenders = [aTender('cash', 10_825)];
    const why = { commandId: context.commandId as never, reason: 'it was cash', overrideId: null };
    return correctTender(tx, context, {
      saleId: corrected,
      takeBack: [card as never],
      tenders,
      ...why,
    });
  });
  const other = aCustomer(shop);
  act('sales.correctCustomer', (tx, context) =>
    correctCustomer(tx, context, {
      commandId: context.commandId as never,
      saleId: corrected,
      customerId: other,
      reason: 'her sister',
      overrideId: null,
    }),
  );
  act('credit.grant', (tx, context) =>
    grantCredit(tx, context, { customerId, amountCents: 5000 as Cents, reason: 'sorry' }),
  );
  act('customers.edit', (tx, context) => {
    const row = findCustomerRow(tx, customerId);
    if (!row) throw new Error('no customer');
    return editCustomer(tx, context, {
      customerId,
      fields: { ...fieldsOf(row), familyName: 'Łowe', note: 'likes pearls' },
    });
  });
  act('stock.archive', (tx) => {
    tx.archive(pieceTable, gone, 5);
    unindexPiece(tx, gone);
    return ok(null);
  });
}

test('I5, I7: a register that pulls a whole morning holds what the register holds that had it, to the journal and the words', () => {
  shop = aShop();
  aMorning();
  const replica = aReplica(shop.register.storeId);
  replica.within((tx) => {
    const log = listOwnChangesets(shop.writer, 0, 1000);
    const applied = applyChangesets(tx, log, 1);
    expect(applied).toMatchObject({ ok: true, value: { conflicts: [], aside: [], kept: 0 } });
    const [pulled, own] = [
      sharedPart(dumpOf(replica.sqlite)),
      sharedPart(dumpOf(shop.writer.sqlite)),
    ];
    expect(pulled).toEqual(own);
    expect(Object.keys(own)).toEqual(
      expect.arrayContaining(['journal_row', 'piece_terms', 'customer_terms', 'check_event']),
    );
    expect(own['journal_row']?.length).toBeGreaterThan(20);
  });
  replica.close();
});
