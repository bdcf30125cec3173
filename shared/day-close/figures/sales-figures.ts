import type { DayCloseDepartment, DayCloseFacts } from '../../documents/day-close-paper.ts';
import type { LineKind } from '../../sales/line-kinds.ts';
import type { ZLine, ZRows, ZSale } from './z-rows.ts';

/** A department with how its net came about: gross − discount − returns = net. */
export interface ZDepartment extends DayCloseDepartment {
  readonly grossCents: number;
  readonly discountCents: number;
  /** What came back, after discounts. Positive. */
  readonly returnsCents: number;
}

/** What a day sold, its voided sales apart. */
export interface SalesFigures extends Pick<
  DayCloseFacts,
  | 'salesCount'
  | 'subtotalCents'
  | 'discountCents'
  | 'netCents'
  | 'taxCents'
  | 'totalCents'
  | 'voids'
> {
  readonly returns: NonNullable<DayCloseFacts['returns']>;
  readonly roundingCents: number;
  readonly departments: readonly ZDepartment[];
  readonly exemptions: NonNullable<DayCloseFacts['exemptions']>;
  readonly voided: NonNullable<DayCloseFacts['voided']>;
  /** Cents that a price out the door needed besides its tax: in net and total, in no department. */
  readonly priceAdjustmentCents: number;
  /** Net of what was handed over, whenever it was sold: what the books call income. */
  readonly recognisedCents: number;
}

/**
 * Sums the tickets of a day. Voided sales count as voids and in nothing else. Gift cards and payments on account are in
 * the net of the tickets and in no department: net = departments + gift cards sold + paid on account + price adjustments.
 */
export function salesFigures({
  sales,
  lines,
  deliveries,
}: Pick<ZRows, 'sales' | 'lines' | 'deliveries'>): SalesFigures {
  const standing = sales.filter((sale) => !sale.voided);
  const voided = new Set(sales.filter((sale) => sale.voided).map((sale) => sale.saleId));
  const kept = lines.filter((line) => !voided.has(line.saleId));
  const ofSale = kept.filter(isSale);
  const back = kept.filter(cameBack);
  const later = deliveries.filter((line) => isSale(line) && !voided.has(line.saleId));
  const handedOver = [...ofSale.filter((line) => line.delivered), ...later];
  return {
    ...ticketSums(standing),
    voids: voidSums(sales),
    voided: sales.flatMap(({ number, totalCents, voided }) =>
      voided ? [{ number, totalCents, ...voided }] : [],
    ),
    returns: { count: back.length, netCents: sum(back, (line) => line.netCents) },
    departments: departmentsOf(ofSale),
    exemptions: exemptionsOf(standing, ofSale),
    priceAdjustmentCents: soldCents(kept, 'price_adjustment'),
    recognisedCents: sum(handedOver, (line) => line.netCents),
  };
}

/** The net of lines that sold one kind of thing, less those that took it back. */
export function soldCents(lines: readonly ZLine[], kind: LineKind): number {
  return sum(
    lines.filter((line) => soldKind(line) === kind),
    (line) => line.netCents,
  );
}

function ticketSums(sales: readonly ZSale[]) {
  const subtotalCents = sum(sales, (sale) => sale.subtotalCents);
  const discountCents = sum(sales, (sale) => sale.discountCents);
  return {
    salesCount: sales.length,
    subtotalCents,
    discountCents,
    netCents: subtotalCents - discountCents,
    taxCents: sum(sales, (sale) => sale.taxCents),
    totalCents: sum(sales, (sale) => sale.totalCents),
    roundingCents: sum(sales, (sale) => sale.roundingCents),
  };
}

function voidSums(sales: readonly ZSale[]): DayCloseFacts['voids'] {
  const voided = sales.filter((sale) => sale.voided);
  return { count: voided.length, totalCents: sum(voided, (sale) => sale.totalCents) };
}

function departmentsOf(lines: readonly ZLine[]): readonly ZDepartment[] {
  return [...Map.groupBy(lines, (line) => line.department)]
    .map(([name, group]) => {
      const [sold, back] = [group.filter((line) => !cameBack(line)), group.filter(cameBack)];
      return {
        name,
        count: sold.length,
        grossCents: sum(sold, (line) => line.grossCents),
        discountCents: sum(sold, (line) => line.discountCents),
        returnsCents: 0 - sum(back, (line) => line.netCents),
        netCents: sum(group, (line) => line.netCents),
      };
    })
    .toSorted((a, b) => lastWhenEmpty(a.name, b.name));
}

function exemptionsOf(sales: readonly ZSale[], lines: readonly ZLine[]) {
  const reasons = new Map(sales.map((sale) => [sale.saleId, sale.exemptReason]));
  const exempt = lines.flatMap((line) => {
    const reason = reasons.get(line.saleId) ?? null;
    return reason === null ? [] : [{ reason, netCents: line.netCents }];
  });
  return [...Map.groupBy(exempt, ({ reason }) => reason)]
    .map(([reason, group]) => ({ reason, netCents: sum(group, (each) => each.netCents) }))
    .toSorted((a, b) => lastWhenEmpty(a.reason, b.reason));
}

/** By code unit, so that the same rows make the same Z everywhere; what has no name comes last. */
export function lastWhenEmpty(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '') return 1;
  if (b === '') return -1;
  return a < b ? -1 : 1;
}

function isSale(line: ZLine): boolean {
  const kind = soldKind(line);
  return kind !== 'gift_card' && kind !== 'account_payment' && kind !== 'price_adjustment';
}

function cameBack({ kind }: ZLine): boolean {
  return kind === 'return' || kind === 'trade_up';
}

function soldKind(line: ZLine): LineKind {
  return cameBack(line) ? (line.originalKind ?? 'item') : line.kind;
}

function sum<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
