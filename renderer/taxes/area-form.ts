import type { Id } from '#shared/ids.ts';
import type { RatePpm } from '#shared/money.ts';
import type { SaveTaxAreaInput, StoredTaxArea } from '#shared/taxes/contract.ts';
import type { StateExample } from '#shared/taxes/state-examples.ts';
import { SERVICE_CLASSES, TAX_CLASSES, type ServiceClass } from '#shared/taxes/tax-class.ts';
import type { ServiceRule, TaxArea, TaxAreaId } from '#shared/taxes/tax-rule.ts';
import type { BusinessDate } from '#shared/time.ts';
import { percentText, readPercent } from '../app/percent.ts';
import { readRule, ruleForm, type RuleForm, type TaxedClass } from './rule-form.ts';

/** What of work is taxed, as its form holds it; the percentage as typed. */
export interface ServiceForm {
  readonly rule: ServiceRule['rule'];
  readonly percent: string;
}

/** A place and its taxes as their form holds them. */
export interface AreaForm {
  readonly name: string;
  readonly state: string;
  readonly tradeIn: TaxArea['tradeIn'];
  readonly services: Readonly<Record<ServiceClass, ServiceForm>>;
  readonly rules: readonly RuleForm[];
}

export type AreaProblems = Readonly<
  Partial<Record<'name' | ServiceClass, 'nameMissing' | 'percentWrong'>>
>;

/** Everything a tax can fall on. */
export const TAXED_CLASSES: readonly TaxedClass[] = TAX_CLASSES.flatMap((each) =>
  each === 'none' ? [] : [each],
);

export function areaForm({
  name,
  state,
  tradeIn,
  services,
  rules,
}: Omit<StoredTaxArea, 'taxesHash' | 'attestation'>): AreaForm {
  return { name, state, tradeIn, services: servicesForm(services), rules: rules.map(ruleForm) };
}

/**
 * An example as a form: each of its rules is a tax of its own, in force since the day the example holds. The one of no
 * state leaves the name of the place to be typed.
 */
export function exampleForm(
  example: StateExample,
  newId: <Kind extends string>() => Id<Kind>,
): AreaForm {
  const { name, state, tradeIn, services, rules, fromDate } = example;
  return {
    name: state === '' ? '' : name,
    state,
    tradeIn,
    services: servicesForm(services),
    rules: rules.map((rule) =>
      ruleForm({
        ...rule,
        taxRuleId: newId<'taxRule'>(),
        series: newId<'taxSeries'>(),
        fromDate,
        toDate: null,
        lastUsedOn: null,
      }),
    ),
  };
}

/** A tax that is added: whoever adds it says the rest. */
export function emptyRule(
  ids: { readonly taxRuleId: Id<'taxRule'>; readonly series: Id<'taxSeries'> },
  agency: string,
  fromDate: BusinessDate,
): RuleForm {
  return {
    ...ids,
    name: '',
    agency,
    rate: '',
    classes: TAXED_CLASSES,
    band: 'whole',
    fromCents: undefined,
    toCents: undefined,
    condition: 'always',
    overCents: undefined,
    underCents: undefined,
    conditionPer: 'article',
    fromDate,
    ends: false,
    toDate: undefined,
    lastUsedOn: null,
  };
}

/** What is wrong with the place itself. */
export function areaProblems({ name, services }: AreaForm): AreaProblems {
  const wrong = SERVICE_CLASSES.filter((each) => percentOf(services[each]) === undefined);
  return {
    ...(name.trim() === '' && { name: 'nameMissing' as const }),
    ...Object.fromEntries(wrong.map((each) => [each, 'percentWrong' as const])),
  };
}

/** What is saved; undefined while something of it is missing or wrong. */
export function readArea(
  form: AreaForm,
  taxAreaId: TaxAreaId,
): Pick<SaveTaxAreaInput, 'area' | 'rules'> | undefined {
  const rules = form.rules.flatMap((rule) => readRule(rule) ?? []);
  if (rules.length < form.rules.length || Object.keys(areaProblems(form)).length > 0)
    return undefined;
  return { area: readPlace(form, taxAreaId), rules };
}

/** The place as far as it can be read: a percentage that is none counts as zero. */
export function readPlace(
  { name, state, tradeIn, services }: AreaForm,
  taxAreaId: TaxAreaId,
): TaxArea {
  const { restore, alter, fabricate } = services;
  return {
    taxAreaId,
    name: name.trim(),
    state: state.trim(),
    tradeIn,
    services: {
      restore: readService(restore),
      alter: readService(alter),
      fabricate: readService(fabricate),
    },
  };
}

function readService(form: ServiceForm): ServiceRule {
  return { rule: form.rule, percentPpm: percentOf(form) ?? (0 as RatePpm) };
}

/** Zero where no percentage is asked for. */
function percentOf({ rule, percent }: ServiceForm): RatePpm | undefined {
  return rule === 'parts_from_percent' ? readPercent(percent) : (0 as RatePpm);
}

function servicesForm({ restore, alter, fabricate }: TaxArea['services']): AreaForm['services'] {
  return {
    restore: serviceForm(restore),
    alter: serviceForm(alter),
    fabricate: serviceForm(fabricate),
  };
}

function serviceForm({ rule, percentPpm }: ServiceRule): ServiceForm {
  return { rule, percent: rule === 'parts_from_percent' ? percentText(percentPpm) : '' };
}
