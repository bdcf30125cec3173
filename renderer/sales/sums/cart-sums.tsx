import { type Cents, formatRate, sumCents } from '#shared/money.ts';
import { areaOfCart, type PricedTicket } from '#shared/sales/cart-totals.ts';
import type { TaxRule } from '#shared/taxes/tax-rule.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Money } from '../../ui/figures/money.tsx';
import { type Fact, Sums } from '../../ui/layout/facts.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { taxSums } from './tax-sums.ts';
import { useExemptionWords } from './use-exemption-words.ts';

/** Subtotal, discounts and each tax by its name. A price that was raised raises the subtotal and is no discount. */
export function CartSums() {
  const { cart, totals, terms } = useCart();
  const taxes = useTaxFacts();
  const { t } = useTranslation('sell');
  if (!totals || !terms || cart.lines.length === 0) return null;
  const discount = totals.discountCents > 0 ? totals.discountCents : 0;
  const adjustment = sumCents(totals.adjustments.map((each) => each.adjustmentCents));
  const subtotal = (totals.subtotalCents - adjustment - totals.discountCents + discount) as Cents;
  const facts: readonly Fact[] = [
    {
      label: t('sums.subtotal', { count: cart.lines.length }),
      value: <Money amount={subtotal} />,
    },
    ...(discount === 0
      ? []
      : [{ label: t('sums.discount'), value: <Money amount={(0 - discount) as Cents} /> }]),
    ...taxes(totals, areaOfCart(cart, terms.ticket)?.rules ?? []),
    ...(adjustment === 0
      ? []
      : [{ label: t('sums.adjustment'), value: <Money amount={adjustment} /> }]),
  ];
  return (
    <div className="cart-sums">
      <Sums facts={facts} />
    </div>
  );
}

/** One line for each tax that takes something; with a certificate, that nothing is taxed. */
function useTaxFacts() {
  const { t } = useTranslation('sell');
  const format = useFormat();
  const exemption = useExemptionWords();
  const nameOf = ({ name, ratePpm, fromCents, toCents }: TaxRule): string => {
    const rate = formatRate(ratePpm);
    if (toCents !== null) return t('sums.rateTo', { name, rate, to: format.money(toCents) });
    if (fromCents > 0) return t('sums.rateFrom', { name, rate, from: format.money(fromCents) });
    return t('sums.rate', { name, rate });
  };
  return (totals: PricedTicket, rules: readonly TaxRule[]): readonly Fact[] => {
    const { ofRules, besidesCents } = taxSums(totals, rules);
    const nothing = { label: t('sums.tax'), value: <Money amount={0 as Cents} /> };
    return [
      ...(exemption === undefined ? [] : [{ ...nothing, label: exemption }]),
      ...(exemption === undefined && ofRules.length === 0 && besidesCents === 0 ? [nothing] : []),
      ...ofRules.map(({ rule, taxCents }) => ({
        label: nameOf(rule),
        value: <Money amount={taxCents} />,
      })),
      ...(besidesCents === 0
        ? []
        : [{ label: t('sums.taxBack'), value: <Money amount={besidesCents} /> }]),
    ];
  };
}
