import { cents, type Cents, type RatePpm } from '#shared/money.ts';
import { findPinProblem } from '#shared/staff/pin-rules.ts';
import { parseRate } from '../app/tax-rate.ts';

/** Steps before the store exists; the recovery code follows once it does. */
export const STEPS = ['store', 'owner', 'tax', 'printer'] as const;
export type Step = (typeof STEPS)[number];

/** Everything typed in the wizard, kept while one goes back and forth. */
export interface Draft {
  readonly storeName: string;
  readonly address: string;
  readonly phone: string;
  readonly zone: string;
  readonly registerName: string;
  readonly ownerName: string;
  readonly initials: string;
  readonly pin: string;
  readonly pinAgain: string;
  readonly noTax: boolean;
  readonly taxName: string;
  readonly rate: string;
  readonly printerHost: string;
  readonly printerPort: number | undefined;
  readonly columns: 32 | 42 | 48;
  readonly hasDrawer: boolean;
}

/** What keeps a field from being right. Each has a sentence in the wizard's texts. */
export type Problem =
  | 'nameMissing'
  | 'registerMissing'
  | 'ownerMissing'
  | 'initialsMissing'
  | 'pinDigits'
  | 'pinShort'
  | 'pinEasy'
  | 'pinDiffers'
  | 'taxNameMissing'
  | 'rateWrong'
  | 'portMissing';

export type Problems = Readonly<Partial<Record<keyof Draft, Problem>>>;

/** What a drawer is usually opened with; Settings changes it. */
export const USUAL_FLOAT = cents(20_000);
export const USUAL_PORT = 9100;

/** What stands in the fields before anything is typed. */
export function emptyDraft(usual: Pick<Draft, 'zone' | 'registerName' | 'taxName'>): Draft {
  return {
    ...usual,
    storeName: '',
    address: '',
    phone: '',
    ownerName: '',
    initials: '',
    pin: '',
    pinAgain: '',
    noTax: false,
    rate: '',
    printerHost: '',
    printerPort: USUAL_PORT,
    columns: 48,
    hasDrawer: true,
  };
}

/** What is wrong in a step; nothing: one may go on. */
export function problemsOf(step: Step, draft: Draft): Problems {
  switch (step) {
    case 'store':
      return given({
        storeName: draft.storeName.trim() === '' && 'nameMissing',
        registerName: draft.registerName.trim() === '' && 'registerMissing',
      });
    case 'owner':
      return given({
        ownerName: draft.ownerName.trim() === '' && 'ownerMissing',
        initials: draft.initials.trim() === '' && 'initialsMissing',
        pin: pinProblem(draft.pin),
        pinAgain: draft.pin !== draft.pinAgain && 'pinDiffers',
      });
    case 'tax':
      return draft.noTax
        ? {}
        : given({
            taxName: draft.taxName.trim() === '' && 'taxNameMissing',
            rate: parseRate(draft.rate) === undefined && 'rateWrong',
          });
    case 'printer':
      return given({
        printerPort:
          draft.printerHost.trim() !== '' && draft.printerPort === undefined && 'portMissing',
      });
  }
}

/** The first step that is not done; undefined when the store can be made. */
export function firstOpenStep(draft: Draft): Step | undefined {
  return STEPS.find((step) => Object.keys(problemsOf(step, draft)).length > 0);
}

export interface TaxChoice {
  readonly name: string;
  readonly ratePpm: RatePpm;
}

/** The tax to start with. No tax is a rate of nothing, under a name the shop can keep. */
export function taxOf(draft: Draft, usualName: string): TaxChoice {
  const rate = draft.noTax ? undefined : parseRate(draft.rate);
  const name = draft.noTax ? usualName : draft.taxName.trim();
  return { name, ratePpm: rate ?? (0 as RatePpm) };
}

/** Which step a field of the store's check belongs to: `owner.pin` is of the second. */
export function stepOfField(field: string | undefined): Step {
  if (field?.startsWith('owner') === true) return 'owner';
  if (field?.startsWith('tax') === true) return 'tax';
  if (field?.startsWith('printer') === true) return 'printer';
  return 'store';
}

export interface SetUpFields {
  readonly store: {
    readonly name: string;
    readonly addressLines: string;
    readonly phone: string;
    readonly zone: string;
    readonly receiptFooter: string;
  };
  readonly registerName: string;
  readonly tax: TaxChoice;
  readonly owner: { readonly name: string; readonly initials: string; readonly pin: string };
  readonly floatCents: Cents;
}

export function setUpFields(draft: Draft, usualTaxName: string): SetUpFields {
  const { storeName, address, phone, zone, registerName, ownerName, initials, pin } = draft;
  return {
    store: { name: storeName, addressLines: address, phone, zone, receiptFooter: '' },
    registerName,
    tax: taxOf(draft, usualTaxName),
    owner: { name: ownerName, initials: initials.toUpperCase(), pin },
    floatCents: USUAL_FLOAT,
  };
}

function pinProblem(pin: string): Problem | false {
  if (!/^\d{1,12}$/.test(pin)) return 'pinDigits';
  switch (findPinProblem(pin, ['owner'])?.code) {
    case 'PIN_TOO_SHORT':
      return 'pinShort';
    case 'PIN_TOO_EASY':
      return 'pinEasy';
    case undefined:
      return false;
  }
}

function given(found: Readonly<Partial<Record<keyof Draft, Problem | false>>>): Problems {
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== false));
}
