import { seededRandom, type SeededRandom } from '#electron/store/demo/seeded-random.ts';
import type { ReceiptFacts, ReceiptLine, ReceiptTax } from '#shared/documents/receipt-paper.ts';
import type { Cents, RatePpm, Thousandths } from '#shared/money.ts';
import type { TaxRuleId } from '#shared/ids.ts';
import { naiveNets, naiveOwnNets, naiveTaxes, sum } from '#shared/sales/pricing/naive-ticket.ts';
import { aLineBack, aTicket, aTicketLine } from '#shared/sales/pricing/ticket-builders.ts';
import type { TicketTotals } from '#shared/sales/pricing/ticket-totals.ts';
import type { Ticket, TicketLine } from '#shared/sales/pricing/ticket.ts';
import { naiveTax } from '#shared/taxes/naive-tax.ts';
import { STATE_EXAMPLES } from '#shared/taxes/state-examples.ts';
import type { TaxableLine, TaxTerms } from '#shared/taxes/tax-rule.ts';

/** A ticket of the golden receipts: what was sold, where, and what it was called. */
export interface GoldenTicket {
  readonly number: string;
  readonly ticket: Ticket;
  readonly names: readonly string[];
  readonly terms: TaxTerms;
  readonly ruleNames: ReadonlyMap<string, string>;
  readonly paidInCash: boolean;
}

const GOODS = [
  ['14K gold hoop earrings 20 mm', 4999, 189_900],
  ['Rope chain 18 in', 5999, 249_900],
  ['Diamond solitaire 1.02 ct G VS2', 289_500, 1_249_900],
  ['Automatic watch 37 mm steel', 39_500, 899_500],
  ['Sterling silver bangle', 2500, 19_900],
  ['Sapphire pendant, laboratory-grown', 9900, 129_500],
] as const;

/** 200 tickets, the same at every run. */
export function goldenTickets(): readonly GoldenTicket[] {
  return Array.from({ length: 200 }, (_, index) => goldenTicket(index + 1));
}

function goldenTicket(seed: number): GoldenTicket {
  const random = seededRandom(seed * 7919);
  const { terms, ruleNames } = someTerms(random);
  const lines = Array.from({ length: random.between(1, 6) }, () => someLine(random, terms));
  const pricing = random.next() < 0.6 ? null : somePricing(random, 40_000);
  const ticket = aTicket(
    lines.map(({ line }) => line),
    pricing,
  );
  return {
    number: `S1-${seed}`,
    ticket,
    names: lines.map(({ name }) => name),
    terms,
    ruleNames,
    paidInCash: random.next() < 0.5,
  };
}

function someTerms(random: SeededRandom): Pick<GoldenTicket, 'terms' | 'ruleNames'> {
  const { rules, fromDate, tradeIn, services, name, state } = random.pick(STATE_EXAMPLES);
  const dated = rules.map((rule, index) => ({
    ...rule,
    taxRuleId: `${index + 1}` as TaxRuleId,
    taxAreaId: 'area' as TaxTerms['area']['taxAreaId'],
    series: `${index + 1}`,
    fromDate,
    toDate: null,
  }));
  return {
    terms: {
      area: { taxAreaId: 'area' as TaxTerms['area']['taxAreaId'], name, state, tradeIn, services },
      rules: dated,
      exempt: random.next() < 0.05,
      rounding: random.next() < 0.7 ? 'line' : 'document',
    },
    ruleNames: new Map(dated.map((rule) => [rule.taxRuleId, rule.name])),
  };
}

function someLine(
  random: SeededRandom,
  terms: TaxTerms,
): { readonly line: TicketLine; readonly name: string } {
  const [name, least, most] = random.pick(GOODS);
  const priceCents = random.between(least, most) as Cents;
  const pricing = random.next() < 0.6 ? ({ way: 'tag' } as const) : somePricing(random, priceCents);
  const draw = random.next();
  if (draw < 0.55) {
    // Now and then a pair of something dear, for a cap counts for each article of a line.
    const many = priceCents < 20_000 ? random.between(1, 4) : random.next() < 0.2 ? 2 : 1;
    const quantityThousandths = (many * 1000) as Thousandths;
    return { line: aTicketLine({ tagPriceCents: priceCents, quantityThousandths, pricing }), name };
  }
  if (draw < 0.7)
    return {
      line: aTicketLine({
        kind: 'service',
        tagPriceCents: random.between(900, 24_900) as Cents,
        taxClass: random.pick(['restore', 'alter'] as const),
        partsPpm: random.pick([0, 150_000, 500_000]) as RatePpm,
        pricing,
      }),
      name: random.pick(['Watch battery', 'Ring sizing', 'Prongs retipped']),
    };
  if (draw < 0.78)
    return {
      line: aTicketLine({
        kind: 'care_plan',
        tagPriceCents: random.between(2900, 19_900) as Cents,
        taxClass: 'care_plan',
      }),
      name: 'Care plan, 3 years',
    };
  if (draw < 0.86) {
    const [tax] = naiveTaxes(
      aTicket([aTicketLine({ tagPriceCents: priceCents })]),
      [priceCents],
      terms,
    );
    return { line: aLineBack('return', priceCents, (tax ?? 0) as Cents), name };
  }
  if (draw < 0.92) return { line: aLineBack('trade_up', priceCents, 0 as Cents), name };
  return {
    line: aTicketLine({
      kind: 'gift_card',
      tagPriceCents: (random.between(1, 20) * 2500) as Cents,
      taxClass: 'none',
      taxed: false,
    }),
    name: '',
  };
}

function somePricing(random: SeededRandom, most: number) {
  const cents = random.between(1, most) as Cents;
  return random.pick([
    { way: 'percent_off', ratePpm: (random.between(1, 40) * 10_000) as RatePpm },
    { way: 'amount_off', cents },
    { way: 'before_tax', cents },
  ] as const);
}

/** What a receipt needs of a priced ticket, whoever priced it. */
export interface GoldenFigures {
  readonly netCents: readonly number[];
  readonly saleDiscountCents: readonly number[];
  readonly taxCents: number;
  readonly parts: readonly {
    readonly taxRuleId: string;
    readonly ratePpm: number;
    readonly baseCents: number;
    readonly excessCents: number;
    readonly taxCents: number;
  }[];
}

/** The figures by the second count: big whole numbers and fractions, none of the arithmetic that sells. */
export function figuresOnPaper({ ticket, terms }: GoldenTicket): GoldenFigures {
  const own = naiveOwnNets(ticket);
  const nets = naiveNets(ticket);
  const seen = ticket.lines.flatMap((line, at) => taxableOnPaper(line, nets[at] ?? 0));
  return {
    netCents: nets,
    saleDiscountCents: nets.map((net, at) => (own[at] ?? 0) - net),
    taxCents: sum(naiveTaxes(ticket, nets, terms)),
    parts: naiveTax(seen, terms).flatMap((line) => line.parts),
  };
}

function taxableOnPaper(line: TicketLine, netCents: number): readonly TaxableLine[] {
  if (line.fixed && line.kind !== 'trade_up') return [];
  const net = Math.abs(netCents);
  const parts = Number((BigInt(net) * BigInt(line.partsPpm) * 2n + 1_000_000n) / 2_000_000n);
  return [
    {
      taxClass: line.taxClass,
      taxed: line.taxed,
      quantityThousandths: Math.abs(line.quantityThousandths) as Thousandths,
      netCents: net as Cents,
      partsCents: parts as Cents,
      tradeIn: line.kind === 'trade_up',
    },
  ];
}

/** The figures by the program. */
export function figuresOfProgram(totals: TicketTotals): GoldenFigures {
  return {
    netCents: totals.lines.map((line) => line.netCents),
    saleDiscountCents: totals.lines.map((line) => line.ticketDiscountCents),
    taxCents: totals.taxCents,
    parts: totals.lines.flatMap((line) => line.taxParts),
  };
}

/** The receipt of these figures. */
export function goldenFacts(golden: GoldenTicket, figures: GoldenFigures): ReceiptFacts {
  const gross = golden.ticket.lines.map(grossOf);
  const subtotalCents = sum(gross);
  const discountCents = subtotalCents - sum(figures.netCents);
  const totalCents = sum(figures.netCents) + figures.taxCents;
  const roundingCents = golden.paidInCash ? nearestFive(totalCents) - totalCents : 0;
  return {
    store: {
      name: 'Bellmore Jewelers',
      addressLines: ['12 Main St', 'Franklin, TN 37064'],
      phone: '(615) 555-0100',
      footer: 'Returns within 30 days with this receipt.',
    },
    number: golden.number,
    printedCode: `${golden.number}X`,
    completedAtMs: Date.UTC(2026, 10, 23, 20, 5),
    zone: 'America/Chicago',
    businessDate: '2026-11-23',
    registerName: 'Register 1',
    soldBy: 'CO',
    lines: golden.ticket.lines.map((line, at) => lineFacts(golden, figures, line, at)),
    subtotalCents,
    discountCents,
    taxes: taxFacts(golden, figures),
    totalCents,
    ...(roundingCents !== 0 && { roundingCents }),
    payments: [
      { tender: golden.paidInCash ? 'cash' : 'card', amountCents: totalCents + roundingCents },
    ],
    changeCents: 0,
    copy: false,
    demo: false,
  };
}

function lineFacts(
  { names }: GoldenTicket,
  figures: GoldenFigures,
  line: TicketLine,
  at: number,
): ReceiptLine {
  const netCents = figures.netCents[at] ?? 0;
  return {
    kind: line.kind,
    description: names[at] ?? '',
    quantityThousandths: line.quantityThousandths,
    unitCents: line.tagPriceCents,
    discountCents: grossOf(line) - netCents,
    saleDiscountCents: figures.saleDiscountCents[at] ?? 0,
    netCents,
    taxed: line.taxed,
  };
}

/** By rule; what comes back with its own tax has no rows here, and its tax stands under the first of them. */
function taxFacts(golden: GoldenTicket, { parts, taxCents }: GoldenFigures): readonly ReceiptTax[] {
  const byRule = new Map<string, ReceiptTax>();
  for (const part of parts) {
    const key = `${part.taxRuleId} ${part.ratePpm}`;
    const before = byRule.get(key);
    byRule.set(key, {
      name: golden.ruleNames.get(part.taxRuleId) ?? '',
      ratePpm: part.ratePpm,
      baseCents: (before?.baseCents ?? 0) + part.baseCents,
      taxCents: (before?.taxCents ?? 0) + part.taxCents,
      excessCents: (before?.excessCents ?? 0) + part.excessCents,
    });
  }
  const returnedCents = taxCents - sum(parts.map((part) => part.taxCents));
  const rows = [...byRule.values()];
  if (returnedCents === 0) return rows;
  return [...rows, { name: 'Tax given back', ratePpm: 0, baseCents: 0, taxCents: returnedCents }];
}

function grossOf(line: TicketLine): number {
  if (line.fixed) return line.fixed.grossCents;
  return Number(
    (BigInt(line.tagPriceCents) * BigInt(line.quantityThousandths) * 2n + 1000n) / 2000n,
  );
}

function nearestFive(totalCents: number): number {
  return Math.sign(totalCents) * Math.round(Math.abs(totalCents) / 5) * 5;
}
