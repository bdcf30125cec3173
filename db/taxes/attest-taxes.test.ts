import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StoredTaxArea } from '#shared/taxes/contract.ts';
import type { TaxAreaId } from '#shared/taxes/tax-rule.ts';
import { ZERO_CENTS } from '#shared/money.ts';
import { mayDo } from '#shared/staff/permissions.ts';
import { findStaff } from '../staff/find-staff.ts';
import { aPiece, aSale, aCart, sell } from '../testing/a-sale.ts';
import { aShop, newId, type TestShop } from '../testing/a-shop.ts';
import { anExampleArea, saveArea } from '../testing/a-tax-area.ts';
import { archiveArea } from './archive-area.ts';
import { attestTaxes } from './attest-taxes.ts';
import { getTaxes } from './find-taxes.ts';
import { saveTaxTerms } from './save-terms.ts';

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => shop.close());

const SOURCE = 'Letter of our accountant, 3 November';

function areaOf(taxAreaId: TaxAreaId): StoredTaxArea {
  const area = getTaxes(shop.writer).areas.find((each) => each.taxAreaId === taxAreaId);
  if (!area) throw new Error('no such place');
  return area;
}
function attest({ taxAreaId, taxesHash }: Pick<StoredTaxArea, 'taxAreaId' | 'taxesHash'>) {
  const context = shop.context('taxes.attest', { actor: shop.manager });
  const input = { taxAreaId, taxesHash, source: SOURCE, businessDate: shop.today };
  return shop.writer.write(context, input, (tx) => attestTaxes(tx, context, input));
}
function takeOut(taxAreaId: TaxAreaId) {
  const context = shop.context('taxes.archiveArea', { actor: shop.manager });
  const input = { taxAreaId };
  return shop.writer.write(context, input, (tx) => archiveArea(tx, context, input));
}
function makeHome(homeAreaId: TaxAreaId) {
  const context = shop.context('taxes.saveTerms', { actor: shop.manager });
  const input = { homeAreaId, rounding: 'line' as const };
  return shop.writer.write(context, input, (tx) => saveTaxTerms(tx, context, input));
}
const managerName = () => findStaff(shop.writer, shop.manager.staffId)?.name ?? '';
/** Florida, saved from its example. */
function florida() {
  const example = anExampleArea('Florida');
  saveArea(shop, example);
  return example;
}
const sentTo = (taxAreaId: TaxAreaId) => ({
  recipient: 'Eve Stone',
  address: '1 Oak Ave',
  phone: '',
  carrier: 'UPS',
  tracking: '',
  insuredCents: ZERO_CENTS,
  taxAreaId,
});

test('nobody has given a word for an example; an owner gives it with day and source, over a restart', () => {
  const { area } = florida();
  expect(areaOf(area.taxAreaId).attestation).toBeNull();
  expect(attest(areaOf(area.taxAreaId))).toEqual({ ok: true, value: null });
  shop = shop.reopen();
  expect(areaOf(area.taxAreaId).attestation).toEqual({
    attestedBy: shop.manager.staffId,
    name: managerName(),
    businessDate: shop.today,
    source: SOURCE,
    holds: true,
  });
  expect(() => shop.writer.sqlite.exec("update tax_attestation set source = ''")).toThrow(
    'FACT_STANDS',
  );
});

test('only an owner gives it', () => {
  const may = (['counter', 'bench', 'manager', 'auditor', 'owner'] as const).filter((role) =>
    mayDo([role], 'taxes.attest'),
  );
  expect(may).toEqual(['owner']);
});

test('it holds until a tax is changed, and another name of the place changes nothing', () => {
  const { area, rules } = florida();
  attest(areaOf(area.taxAreaId));
  saveArea(shop, { area: { ...area, name: 'Miami' }, rules, isNew: false });
  expect(areaOf(area.taxAreaId).attestation?.holds).toBe(true);
  saveArea(shop, { area: { ...area, tradeIn: 'no' }, rules, isNew: false });
  expect(areaOf(area.taxAreaId).attestation?.holds).toBe(false);
  saveArea(shop, { area, rules: rules.slice(1), isNew: false });
  expect(areaOf(area.taxAreaId).attestation?.holds).toBe(false);
  attest(areaOf(area.taxAreaId));
  expect(areaOf(area.taxAreaId).attestation?.holds).toBe(true);
});

test('taxes that were changed meanwhile, or are not there, are not attested, and nothing is stored', () => {
  const { area, rules } = florida();
  const read = areaOf(area.taxAreaId);
  saveArea(shop, { area: { ...area, tradeIn: 'no' }, rules, isNew: false });
  const before = shop.writer.head.n;
  expect(attest(read)).toEqual({ ok: false, refusal: { code: 'TAX_AREA_CHANGED' } });
  expect(attest({ ...read, taxAreaId: newId('taxArea') })).toEqual({
    ok: false,
    refusal: { code: 'TAX_AREA_NOT_FOUND' },
  });
  expect(shop.writer.head.n).toBe(before);
});

test('a place out of use is offered no more, and what was to be sent there is refused', () => {
  const { area } = florida();
  const { taxAreaId } = area;
  const [early, late] = ['R-1', 'R-2'].map((stockNumber) =>
    aPiece(shop, { stockNumber, priceCents: 10_000 }),
  );
  if (!early || !late) throw new Error('no pieces');
  const sending = (cart: ReturnType<typeof aCart>) => ({ ...cart, shipTo: sentTo(taxAreaId) });
  const made = sell(shop, aSale(shop, sending(aCart(shop, [early]))));
  expect(made).toMatchObject({ ok: true, value: { totalCents: 10_700 } });
  expect(takeOut(taxAreaId)).toEqual({ ok: true, value: null });
  expect(getTaxes(shop.writer).areas.map((each) => each.taxAreaId)).not.toContain(taxAreaId);
  expect(sell(shop, aSale(shop, sending(aCart(shop, [late]))))).toMatchObject({
    ok: false,
    refusal: { code: 'TAX_AREA_NOT_FOUND' },
  });
  const taxOf = shop.writer.sqlite.prepare('select sum(tax_cents) from sale_tax').pluck().get();
  expect(taxOf).toBe(700);
});

test('the place of the store stays in use, as does what is not there', () => {
  const { area } = florida();
  makeHome(area.taxAreaId);
  const before = shop.writer.head.n;
  expect(takeOut(area.taxAreaId)).toEqual({ ok: false, refusal: { code: 'TAX_AREA_IS_HOME' } });
  expect(shop.writer.head.n).toBe(before);
  // Branding: the first place of a store has the store's id.
  const first = shop.writer.storeId as string as TaxAreaId;
  expect(takeOut(first)).toEqual({ ok: true, value: null });
  for (const gone of [first, newId('taxArea')])
    expect(takeOut(gone)).toEqual({ ok: false, refusal: { code: 'TAX_AREA_NOT_FOUND' } });
});
