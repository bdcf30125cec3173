import type { Id } from '#shared/ids.ts';
import { cents } from '#shared/money.ts';
import { saveTaxAreaInput } from '#shared/taxes/contract.ts';
import { type StateExample, STATE_EXAMPLES } from '#shared/taxes/state-examples.ts';
import { aTaxArea } from '#shared/taxes/tax-builders.ts';
import type { TaxAreaId } from '#shared/taxes/tax-rule.ts';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { areaForm, type AreaForm, areaProblems, exampleForm, readArea } from './area-form.ts';
import { type ExampleSale, exampleFigures } from './example-sale.ts';
import { day } from './forms-for-tests.ts';
import { readRule } from './rule-form.ts';

const newId = <Kind extends string>() => v7() as Id<Kind>;
const areaId = newId<'taxArea'>();
function exampleOf(name: string): StateExample {
  const example = STATE_EXAMPLES.find((each) => each.name === name);
  if (!example) throw new Error(`no example ${name}`);
  return example;
}
const tryOut = (form: AreaForm, sale: Partial<ExampleSale>, taxAreaId: TaxAreaId = areaId) => {
  const read = readArea(form, taxAreaId);
  if (!read) throw new Error('the form has a problem');
  const usual: ExampleSale = {
    priceCents: cents(400_000),
    taxClass: 'goods',
    quantity: 1,
    partsCents: undefined,
    tradeInCents: undefined,
    date: day('2026-11-23'),
  };
  return exampleFigures({ ...usual, ...sale }, read.area, read.rules, 'line');
};

it.each(STATE_EXAMPLES.map((example): [string, StateExample] => [example.name, example]))(
  'the example of %s is a form that can be saved once its place has a name',
  (_name, example) => {
    const form = { ...exampleForm(example, newId), name: 'Here' };
    expect(areaProblems(form)).toEqual({});
    const input = { commandId: newId(), isNew: true, ...readArea(form, areaId) };
    expect(saveTaxAreaInput.safeParse(input).error).toBeUndefined();
  },
);

it('the example of no state asks for the name of the place', () => {
  const form = exampleForm(exampleOf('One rate on everything'), newId);
  expect(areaProblems(form)).toEqual({ name: 'nameMissing' });
  expect(readArea(form, areaId)).toBeUndefined();
});

it('a place that is opened and not touched is saved as it was', () => {
  const { services } = exampleOf('Massachusetts');
  const area = aTaxArea({ taxAreaId: areaId, tradeIn: 'like_kind', services });
  expect(readArea(areaForm({ ...area, rules: [] }), areaId)).toEqual({ area, rules: [] });
});

it('a percentage is asked for only where parts decide by their share', () => {
  const form = exampleForm(exampleOf('Massachusetts'), newId);
  const services = { ...form.services, restore: { ...form.services.restore, percent: 'ten' } };
  expect(areaProblems({ ...form, services })).toEqual({ restore: 'percentWrong' });
  const taxed = { ...services, restore: { rule: 'labour_taxed' as const, percent: 'ten' } };
  expect(areaProblems({ ...form, services: taxed })).toEqual({});
});

describe('the tax of an example sale', () => {
  const tennessee = exampleForm(exampleOf('Tennessee'), newId);

  it('of $4,000 in Tennessee is $360.00, rule by rule', () => {
    const figures = tryOut(tennessee, {});
    expect(figures).toMatchObject({ taxCents: 36_000, totalCents: 436_000 });
    expect(figures?.taxes.map(({ name, part }) => [name, part?.taxCents])).toEqual([
      ['State tax', 28_000],
      ['Local tax', 3600],
      ['Single article tax', 4400],
      ['Local tax on services', undefined],
    ]);
    expect(figures?.taxes[1]?.part).toMatchObject({ baseCents: 160_000, excessCents: 240_000 });
  });

  it('looks at each of several items, and at what is traded in', () => {
    expect(tryOut(tennessee, { priceCents: cents(100_000), quantity: 4 })?.taxCents).toBe(37_000);
    const traded = tryOut(tennessee, { tradeInCents: cents(240_000) });
    expect(traded).toMatchObject({ taxCents: 14_800, totalCents: 174_800 });
  });

  it('follows what is typed while it is typed, and the day', () => {
    const [state, ...others] = tennessee.rules;
    if (!state) throw new Error('Tennessee has a state tax');
    const rules = [{ ...state, rate: '8' }, ...others];
    expect(tryOut({ ...tennessee, rules }, {})?.taxCents).toBe(40_000);
    expect(tryOut(tennessee, { date: day('2022-05-26') })?.taxes).toEqual([]);
    expect(readRule({ ...state, rate: '8..' })).toBeUndefined();
  });

  it('of work looks at its parts as the place says', () => {
    const work = { taxClass: 'restore', priceCents: cents(10_000) } as const;
    const california = exampleForm(exampleOf('California'), newId);
    expect(tryOut(california, work)?.taxCents).toBe(0);
    expect(tryOut(california, { ...work, partsCents: cents(4000) })?.taxCents).toBe(290);
  });

  it('waits for price, number and day', () => {
    for (const missing of ['priceCents', 'quantity', 'date'] as const)
      expect(tryOut(tennessee, { [missing]: undefined })).toBeUndefined();
  });
});
