import { MAX_AMOUNT_CENTS, type Cents, cents } from '#shared/money.ts';
import { useFormat } from '../../i18n/format.ts';
import { FigureField, type FigureProps } from './figure-field.tsx';
import { moneyText, readMoney } from './typed-figures.ts';

export interface MoneyFieldProps extends FigureProps<Cents> {
  /** Largest amount taken, in cents. */
  readonly most?: number;
  readonly negative?: boolean;
  /** Words at the left edge inside the field: "Type or choose". */
  readonly lead?: string;
  readonly onEnter?: () => void;
}

/**
 * Takes money as people type it (`1234.5`, `1,234.50`, `$5`) and answers in cents. What was typed stays as typed until the
 * field is left; an amount it cannot read stays too, with a sentence that says how to write one.
 */
export function MoneyField(props: MoneyFieldProps) {
  const { most = MAX_AMOUNT_CENTS, negative = false, lead = '$' } = props;
  const format = useFormat();
  return (
    <FigureField
      {...props}
      read={(text) => readMoney(text, most, negative)}
      write={moneyText}
      bounds={{ most: format.money(cents(most)) }}
      tidy
      inputMode="decimal"
      maxLength={20}
      lead={lead}
    />
  );
}
