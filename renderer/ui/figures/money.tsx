import './figures.css';
import type { Cents } from '#shared/money.ts';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';

export interface MoneyProps {
  readonly amount: Cents;
  /** Shows a plus before a gain: differences. */
  readonly signed?: boolean;
  readonly strong?: boolean;
  readonly tone?: 'muted' | 'danger' | 'success';
}

/** An amount in tabular figures with a true minus, never broken over two lines. */
export function Money({ amount, signed = false, strong, tone }: MoneyProps) {
  const format = useFormat();
  return (
    <span className="ui-money" data-strong={strong} data-tone={tone}>
      {signed && amount > 0 ? '+' : ''}
      {format.money(amount)}
    </span>
  );
}

export interface AmountDueProps {
  readonly label: ReactNode;
  readonly amount: Cents;
  /** total 28 px in the cart, change 40 px after cash, due 64 px over the payment. */
  readonly size: 'total' | 'change' | 'due';
}

/** The number a counter turns around. Label and amount share one line, except above a payment. */
export function AmountDue({ label, amount, size }: AmountDueProps) {
  const format = useFormat();
  return (
    <div className="ui-amount-due" data-size={size}>
      <span className="ui-amount-due-label">{label}</span>
      <output className="ui-amount-due-figure">{format.money(amount)}</output>
    </div>
  );
}
