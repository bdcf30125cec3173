import { type Cents, negateCents, subtractCents, sumCents } from '#shared/money.ts';
import { useTranslation } from 'react-i18next';
import { AmountDue, Money } from '../../ui/figures/money.tsx';
import { type Fact, Sums } from '../../ui/layout/facts.tsx';
import type { PayPartProps } from './pay-handed.tsx';
import { roundingOf } from './payments.ts';
import type { TillState } from './use-till.ts';

/** What is left, big, and beside it how it came to that. */
export function DueAmount({ state }: PayPartProps) {
  const { t } = useTranslation('pay');
  const { till, due, leftCents } = state;
  const takenCents = sumCents(till.payments.map((each) => each.amountCents));
  const openCents = subtractCents(due.totalCents, takenCents);
  const rounded = leftCents !== Math.abs(openCents) && till.next.kind === 'cash';
  const facts: readonly Fact[] = [
    ...(till.payments.length === 0
      ? []
      : [
          { label: t('ofSale'), value: <Money amount={due.totalCents} /> },
          { label: t('taken'), value: <Money amount={takenCents} /> },
        ]),
    ...(rounded
      ? [{ label: t('dueInCash'), value: <Money amount={leftCents} />, strong: true }]
      : []),
  ];
  return (
    <div className="pay-due">
      <AmountDue label={t('due')} amount={Math.max(0, openCents) as Cents} size="due" />
      {facts.length === 0 ? null : <Sums facts={facts} />}
    </div>
  );
}

/** The same as a column of sums over the change. Cash rounding has its own line as soon as cash is among the tenders. */
export function SideSums({ state }: PayPartProps) {
  const { t } = useTranslation('pay');
  const { till, due } = state;
  const takenCents = sumCents(till.payments.map((each) => each.amountCents));
  const coming = comingOf(state);
  const all = [...till.payments, ...(coming ? [coming] : [])];
  const roundingCents = roundingOf(due, all);
  const remainingCents = (due.totalCents + roundingCents - takenCents) as Cents;
  const cash = coming?.kind === 'cash';
  const facts: readonly Fact[] = [
    { label: t('sums.total'), value: <Money amount={due.totalCents} /> },
    ...(till.payments.length === 0
      ? []
      : [
          {
            label: t(due.totalCents < 0 ? 'sums.given' : 'sums.taken'),
            value: <Money amount={negateCents(takenCents)} />,
          },
        ]),
    ...(roundingCents === 0
      ? []
      : [{ label: t('sums.rounding'), value: <Money amount={roundingCents} /> }]),
    ...(till.payments.length === 0 && roundingCents === 0
      ? []
      : [
          {
            label: cash ? t('sums.remainingCash') : t('sums.remaining'),
            value: <Money amount={remainingCents} />,
            strong: true,
          },
        ]),
    ...(cash && due.totalCents >= 0
      ? [{ label: t('sums.handed'), value: <Money amount={coming.amountCents} /> }]
      : []),
  ];
  return (
    <div className="pay-side-sums">
      <Sums facts={facts} />
    </div>
  );
}

/** The payment that Complete will take, before it is taken. */
export function comingOf({ step, till }: TillState) {
  if (step?.kind !== 'covers' && step?.kind !== 'part') return undefined;
  return step.payments[till.payments.length];
}
