import type { RatePpm } from '#shared/money.ts';
import { FigureField, type FigureProps } from '../ui/fields/figure-field.tsx';
import type { Typed } from '../ui/fields/typed-figures.ts';
import { percentText, readPercent } from './percent.ts';

/** A share as people type it, `12.5`, answered in parts per million. What was typed stays as typed, also what it cannot read. */
export function PercentField(props: FigureProps<RatePpm>) {
  return (
    <FigureField
      {...props}
      read={readTyped}
      write={percentText}
      inputMode="decimal"
      maxLength={9}
      unit="%"
    />
  );
}

function readTyped(text: string): Typed<RatePpm> {
  if (text.trim() === '') return { kind: 'empty' };
  const value = readPercent(text);
  return value === undefined ? { kind: 'wrong', why: 'notPercent' } : { kind: 'value', value };
}
