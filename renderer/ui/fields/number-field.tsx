import { FigureField, type FigureProps } from './figure-field.tsx';
import { readWhole } from './typed-figures.ts';

export interface NumberFieldProps extends FigureProps<number> {
  readonly least?: number;
  readonly most?: number;
}

/** A whole number: notes counted, quantity. */
export function NumberField(props: NumberFieldProps) {
  const { least = 0, most = 999_999 } = props;
  return (
    <FigureField
      {...props}
      read={(text) => readWhole(text, least, most)}
      write={String}
      bounds={{ least, most }}
      inputMode="numeric"
      maxLength={18}
    />
  );
}
