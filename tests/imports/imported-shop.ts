import { type CustomerRecord, findCustomer } from '#db/customers/find-customer.ts';
import { searchCustomers } from '#db/customers/search-customers.ts';
import { editPiece } from '#db/stock/edit-piece.ts';
import { findByCode, findPiece, type PieceRecord } from '#db/stock/find-piece.ts';
import { moveStock } from '#db/stock/move-stock.ts';
import { newId, type TestShop } from '#db/testing/a-shop.ts';
import { cents } from '#shared/money.ts';
import { ok } from '#shared/result.ts';
import { valueOf } from './import-desk.ts';

/** The piece of a stock number. */
export function pieceOf(shop: TestShop, stockNumber: string): PieceRecord {
  const [hit] = findByCode(shop.writer, stockNumber);
  const piece = hit && findPiece(shop.writer, hit.pieceId, true);
  if (!piece) throw new Error(`no piece ${stockNumber}`);
  return piece;
}

/** The customer a search finds first. */
export function customerOf(shop: TestShop, text: string): CustomerRecord {
  const [hit] = searchCustomers(shop.writer, { text }).rows;
  const customer = hit && findCustomer(shop.writer, hit.customerId);
  if (!customer) throw new Error(`no customer ${text}`);
  return customer;
}

/** One of a piece goes over the counter. */
export function sell(shop: TestShop, pieceId: string): void {
  const context = shop.context('test.sell');
  shop.writer.write(context, null, (tx) => {
    moveStock(tx, context, {
      pieceId,
      kind: 'sold',
      quantityThousandths: -1000,
      documentKind: 'sale',
      documentId: newId('sale'),
      businessDate: shop.today,
    });
    return ok(null);
  });
}

/** The manager writes another price on the tag. */
export function reprice(shop: TestShop, stockNumber: string, tagPriceCents: number): void {
  const { pieceId, movements: _movements, ...fields } = pieceOf(shop, stockNumber);
  const context = shop.context('stock.edit', { actor: shop.manager });
  const input = { pieceId, fields: { ...fields, tagPriceCents: cents(tagPriceCents) } };
  valueOf(shop.writer.write(context, input, (tx) => editPiece(tx, context, input)));
}

const HEADERS =
  'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address City,Default Address Zip,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags';

/** A file of customers as another system writes it. */
export function shopify(...rows: readonly string[]): string {
  return [HEADERS, ...rows].join('\n');
}

export const NURIA =
  "'7001,Núria,Müller,nuria@example.com,yes,,9 Oak Ave,Franklin,'37064,(615) 555-0142,yes,1,1,,no,";
export const JORG =
  "'7002,Jörg,Müller,jorg@example.com,no,,9 Oak Ave,Franklin,'37064,(615) 555-0142,no,1,1,,no,";
