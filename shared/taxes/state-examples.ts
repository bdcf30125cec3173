import { type Cents, cents, type RatePpm, ZERO_CENTS } from '../money.ts';
import type { BusinessDate } from '../time.ts';
import { TAX_CLASSES, type TaxClass } from './tax-class.ts';
import type { ServiceRule, TaxArea, TaxRule } from './tax-rule.ts';

/** A rule of an example: whoever takes it gives it an id, a series and dates. */
export type ExampleRule = Omit<
  TaxRule,
  'taxRuleId' | 'taxAreaId' | 'series' | 'fromDate' | 'toDate'
>;

/**
 * A place to start from in the set-up, to be edited: it is what its sources said on its date, and nobody's advice. Its
 * status stays `shipped` until an owner says, with name and date, that it is what the store collects.
 */
export interface StateExample extends Omit<TaxArea, 'taxAreaId'> {
  readonly rules: readonly ExampleRule[];
  /** The day since which all of it holds. */
  readonly fromDate: BusinessDate;
  readonly source: readonly string[];
  readonly status: 'shipped';
}

const percent = (rate: number) => Math.round(rate * 10_000) as RatePpm;
const dollars = (amount: number) => cents(amount * 100);
const work = (rule: ServiceRule['rule'], share = 0): ServiceRule => ({
  rule,
  percentPpm: percent(share),
});
const TAXED = work('labour_taxed');
const FREE = work('labour_free');

const EVERYTHING = TAX_CLASSES.filter((each) => each !== 'none');
const allBut = (...classes: readonly TaxClass[]) =>
  EVERYTHING.filter((each) => !classes.includes(each));

/** One rate on some classes, without band or threshold unless given. */
function rule(
  name: string,
  agency: string,
  rate: number,
  classes: readonly TaxClass[],
  limits: Partial<Pick<ExampleRule, 'fromCents' | 'toCents' | 'underCents' | 'conditionPer'>> = {},
): ExampleRule {
  return {
    name,
    agency,
    ratePpm: percent(rate),
    classes,
    fromCents: ZERO_CENTS,
    toCents: null,
    overCents: null,
    underCents: null,
    conditionPer: 'article',
    ...limits,
  };
}

/** Bullion is taxed only while what a ticket has of it stays under an amount. */
const bullionUnder = (name: string, agency: string, rate: number, underCents: Cents) =>
  rule(name, agency, rate, ['bullion'], { underCents, conditionPer: 'ticket' });

const TENNESSEE_AGENCY = 'Tennessee Department of Revenue';
const FLORIDA_AGENCY = 'Florida Department of Revenue';
const NEW_YORK_AGENCY = 'New York State Department of Taxation and Finance';
const CALIFORNIA_AGENCY = 'California Department of Tax and Fee Administration';
const MASSACHUSETTS_AGENCY = 'Massachusetts Department of Revenue';

/** What can be sold as a single article; services and plans have no such limit. */
const ARTICLES = ['goods', 'fabricate', 'part'] as const satisfies readonly TaxClass[];

/** The examples the set-up offers, the plainest last. */
export const STATE_EXAMPLES: readonly StateExample[] = [
  {
    // The local rate differs by county; 2.25 % is one of them. Bullion has been free since 27 May 2022.
    name: 'Tennessee',
    state: 'TN',
    tradeIn: 'like_kind',
    services: { restore: TAXED, alter: TAXED, fabricate: TAXED },
    rules: [
      rule('State tax', TENNESSEE_AGENCY, 7, allBut('bullion')),
      rule('Local tax', TENNESSEE_AGENCY, 2.25, ARTICLES, { toCents: dollars(1600) }),
      rule('Single article tax', TENNESSEE_AGENCY, 2.75, ARTICLES, {
        fromCents: dollars(1600),
        toCents: dollars(3200),
      }),
      rule('Local tax on services', TENNESSEE_AGENCY, 2.25, allBut('bullion', ...ARTICLES)),
    ],
    fromDate: '2022-05-27' as BusinessDate,
    source: [
      'https://www.tn.gov/revenue/taxes/sales-and-use-tax/local-sales-tax-and-single-article.html',
      'Tenn. Code Ann. § 67-6-202 and § 67-6-702 (rates, single article), § 67-6-350 (bullion)',
      'Tenn. Comp. R. & Regs. 1320-05-01-.02 (trade-ins), 1320-05-01-.31 (jewelry shops)',
    ],
    status: 'shipped',
  },
  {
    // The county surtax differs by county; 1 % is one of them. Bullion has been free whatever its price since 1 August 2025.
    name: 'Florida',
    state: 'FL',
    tradeIn: 'yes',
    services: {
      restore: work('parts_make_all_taxable'),
      alter: work('parts_make_all_taxable'),
      fabricate: TAXED,
    },
    rules: [
      rule('State tax', FLORIDA_AGENCY, 6, allBut('bullion', 'shipping')),
      rule('County surtax', FLORIDA_AGENCY, 1, ARTICLES, { toCents: dollars(5000) }),
      rule('County surtax on services', FLORIDA_AGENCY, 1, [
        'restore',
        'alter',
        'gift_wrap',
        'care_plan',
      ]),
    ],
    fromDate: '2025-08-01' as BusinessDate,
    source: [
      'Fla. Stat. § 212.05 (rate), § 212.054(2)(b) (first $5,000 of an item), § 212.09 (trade-ins), § 212.08(7)(ww) (bullion)',
      'Fla. Admin. Code R. 12A-15.004 (surtax), 12A-1.006 (repairs), 12A-1.024 (fabrication), 12A-1.045 (transportation)',
    ],
    status: 'shipped',
  },
  {
    // 4 % state, 4.5 % city and 0.375 % district come to one return and one rate.
    name: 'New York City',
    state: 'NY',
    tradeIn: 'yes',
    services: { restore: TAXED, alter: TAXED, fabricate: TAXED },
    rules: [
      rule('Sales tax', NEW_YORK_AGENCY, 8.875, allBut('bullion')),
      // Free when sold for more than $1,000: taxed up to and including that.
      bullionUnder('Sales tax on bullion', NEW_YORK_AGENCY, 8.875, cents(100_001)),
    ],
    fromDate: '2009-08-01' as BusinessDate,
    source: [
      'N.Y. Tax Law § 1101(b)(3) (trade-ins), § 1105(c)(2)-(3) (work), § 1115(a)(27) (bullion)',
      'https://tax.ny.gov/pubs_and_bulls/advisory_opinions/sales/24-32s.htm (jewelry and watch repairs)',
      'New York State Publication 718 (rates by place)',
    ],
    status: 'shipped',
  },
  {
    // The statewide rate; districts add to it. Parts on the invoice are taxed, the labour of a repair is not.
    name: 'California',
    state: 'CA',
    tradeIn: 'no',
    services: { restore: FREE, alter: TAXED, fabricate: TAXED },
    rules: [
      rule('Sales tax', CALIFORNIA_AGENCY, 7.25, allBut('bullion', 'shipping', 'care_plan')),
      bullionUnder('Sales tax on bullion', CALIFORNIA_AGENCY, 7.25, dollars(2000)),
    ],
    fromDate: '2023-07-01' as BusinessDate,
    source: [
      'https://cdtfa.ca.gov/lawguides/vol1/sutr/1546.html (repairs)',
      'Cal. Code Regs. tit. 18, § 1599 (bullion), § 1553 (watches and jewelry), § 1526 (fabrication), § 1654 (trade-ins)',
      'Cal. Code Regs. tit. 18, § 1628 (transportation), § 1655 (optional warranties)',
      'https://cdtfa.ca.gov/formspubs/pub106/gift-wrapping.htm',
    ],
    status: 'shipped',
  },
  {
    // Parts worth a tenth of the bill or more, not charged apart, make all of a repair taxable.
    name: 'Massachusetts',
    state: 'MA',
    tradeIn: 'no',
    services: {
      restore: work('parts_from_percent', 10),
      alter: work('parts_from_percent', 10),
      fabricate: TAXED,
    },
    rules: [
      rule('Sales tax', MASSACHUSETTS_AGENCY, 6.25, allBut('bullion', 'shipping', 'care_plan')),
      bullionUnder('Sales tax on bullion', MASSACHUSETTS_AGENCY, 6.25, dollars(1000)),
    ],
    fromDate: '2009-08-01' as BusinessDate,
    source: [
      'Mass. Gen. Laws ch. 64H, § 2 (rate), § 6(ll) (bullion), § 26 and § 27A (trade-ins of vehicles, boats and aircraft alone)',
      '830 Code Mass. Regs. 64H.1.1 (repairers of watches and jewelry)',
    ],
    status: 'shipped',
  },
  {
    // No state: the rate, the agency and what it falls on are to be typed over.
    name: 'One rate on everything',
    state: '',
    tradeIn: 'no',
    services: { restore: TAXED, alter: TAXED, fabricate: TAXED },
    rules: [rule('Sales tax', 'State', 6, EVERYTHING)],
    fromDate: '2000-01-01' as BusinessDate,
    source: ['No law: the plainest form of a sales tax'],
    status: 'shipped',
  },
];
