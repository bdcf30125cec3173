import { and, eq, sql } from 'drizzle-orm';
import { customerName } from '#shared/customers/customer-name.ts';
import type { ReviewSubjectKind } from '#shared/review/kinds.ts';
import { maskedCode } from '#shared/review/masked-code.ts';
import { customer } from '../../customers/tables.ts';
import { giftCard } from '../../gift-cards/tables.ts';
import { approval, approvalLine } from '../../sales/counter-tables.ts';
import { payment, sale, saleLine } from '../../sales/tables.ts';
import { piece } from '../../stock/tables.ts';
import { prepared, type ReadDb } from '../../write-path/read-db.ts';

/** What staff know a subject by, in words of its own, which no language changes; '' while it has not arrived. */
export function subjectWords(db: ReadDb, kind: ReviewSubjectKind, id: string): string {
  const key = { storeId: db.storeId, id };
  switch (kind) {
    case 'piece':
      return words(pieceWords(db).get(key));
    case 'sale':
      return words(saleWords(db).get(key));
    case 'sale_line':
      return words(lineWords(db).get(key));
    case 'approval_line':
      return words(approvalWords(db).get(key));
    case 'payment':
      return words(paymentWords(db).get(key));
    case 'customer':
      return nameOf(customerRow(db).get(key));
    case 'gift_card':
      return codeOf(cardRow(db).get(key)?.code);
    case 'gift_card_code':
      return codeOf(id);
    case 'sale_number':
    case 'stock_number':
      return id;
  }
}

const words = (parts: Readonly<Record<string, string | null>> | undefined) =>
  Object.values(parts ?? {})
    .filter((part) => part !== null && part !== '')
    .join(' ');
const nameOf = (row: Parameters<typeof customerName>[0] | undefined) =>
  row ? customerName(row) : '';
const codeOf = (code: string | undefined) => (code === undefined ? '' : maskedCode(code));

const pieceWords = prepared((orm) =>
  orm
    .select({ number: piece.stockNumber, description: piece.description })
    .from(piece)
    .where(and(eq(piece.storeId, sql.placeholder('storeId')), eq(piece.id, sql.placeholder('id'))))
    .prepare(),
);

const saleWords = prepared((orm) =>
  orm
    .select({ number: sale.number })
    .from(sale)
    .where(and(eq(sale.storeId, sql.placeholder('storeId')), eq(sale.id, sql.placeholder('id'))))
    .prepare(),
);

const lineWords = prepared((orm) =>
  orm
    .select({ number: sale.number, description: saleLine.description })
    .from(saleLine)
    .leftJoin(sale, and(eq(sale.storeId, saleLine.storeId), eq(sale.id, saleLine.saleId)))
    .where(
      and(eq(saleLine.storeId, sql.placeholder('storeId')), eq(saleLine.id, sql.placeholder('id'))),
    )
    .prepare(),
);

const approvalWords = prepared((orm) =>
  orm
    .select({
      number: approval.number,
      stockNumber: approvalLine.stockNumber,
      description: approvalLine.description,
    })
    .from(approvalLine)
    .leftJoin(
      approval,
      and(eq(approval.storeId, approvalLine.storeId), eq(approval.id, approvalLine.approvalId)),
    )
    .where(
      and(
        eq(approvalLine.storeId, sql.placeholder('storeId')),
        eq(approvalLine.id, sql.placeholder('id')),
      ),
    )
    .prepare(),
);

const paymentWords = prepared((orm) =>
  orm
    .select({ number: sale.number })
    .from(payment)
    .leftJoin(sale, and(eq(sale.storeId, payment.storeId), eq(sale.id, payment.saleId)))
    .where(
      and(eq(payment.storeId, sql.placeholder('storeId')), eq(payment.id, sql.placeholder('id'))),
    )
    .prepare(),
);

const customerRow = prepared((orm) =>
  orm
    .select({
      givenName: customer.givenName,
      familyName: customer.familyName,
      company: customer.company,
    })
    .from(customer)
    .where(
      and(eq(customer.storeId, sql.placeholder('storeId')), eq(customer.id, sql.placeholder('id'))),
    )
    .prepare(),
);

const cardRow = prepared((orm) =>
  orm
    .select({ code: giftCard.code })
    .from(giftCard)
    .where(
      and(eq(giftCard.storeId, sql.placeholder('storeId')), eq(giftCard.id, sql.placeholder('id'))),
    )
    .prepare(),
);
