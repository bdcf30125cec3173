import { FigureField, type FigureProps } from '../ui/fields/figure-field.tsx';
import type { Typed } from '../ui/fields/typed-figures.ts';

/** How many times the cost, as people type it, `2.2`, answered in thousandths. */
export function TimesField(props: FigureProps<number>) {
  return (
    <FigureField
      {...props}
      read={readTimes}
      write={(thousandths) => String(thousandths / 1000)}
      inputMode="decimal"
      maxLength={8}
      lead="×"
    />
  );
}

/** At most a hundred times. */
const MOST = 100_000;

function readTimes(text: string): Typed<number> {
  const bare = text.trim().replace(',', '.');
  if (bare === '') return { kind: 'empty' };
  if (!/^\d{1,3}(\.\d{1,3})?$/.test(bare)) return { kind: 'wrong', why: 'notNumber' };
  const value = Math.round(Number(bare) * 1000);
  return value < 1 || value > MOST ? { kind: 'wrong', why: 'notNumber' } : { kind: 'value', value };
}
