import { cents, formatRate } from '#shared/money.ts';
import type { TaxAreaId, TaxRounding } from '#shared/taxes/tax-rule.ts';
import { useTranslation } from 'react-i18next';
import { todayHere } from '../app/day.ts';
import { useKept } from '../app/kept.ts';
import { SelectField } from '../ui/choices/select-field.tsx';
import { DateField } from '../ui/fields/date-field.tsx';
import { MoneyField } from '../ui/fields/money-field.tsx';
import { NumberField } from '../ui/fields/number-field.tsx';
import { AmountDue, Money } from '../ui/figures/money.tsx';
import { SectionTitle } from '../ui/layout/card.tsx';
import { Sums } from '../ui/layout/facts.tsx';
import { Text } from '../ui/layout/text.tsx';
import { Note } from '../ui/messages/note.tsx';
import { type AreaForm, readPlace, TAXED_CLASSES } from './area-form.ts';
import {
  type ExampleFigures,
  exampleFigures,
  type ExampleSale,
  type ExampleTax,
  isWork,
} from './example-sale.ts';
import { readRule } from './rule-form.ts';
import { classLabel, useSpeech } from './rule-words.ts';

/** A ring above every cap there is. */
const USUAL: Omit<ExampleSale, 'date'> = {
  priceCents: cents(400_000),
  taxClass: 'goods',
  quantity: 1,
  partsCents: undefined,
  tradeInCents: undefined,
};

export interface ExampleSideProps {
  readonly form: AreaForm;
  readonly taxAreaId: TaxAreaId;
  readonly rounding: TaxRounding;
}

/** What the place as it stands on screen would take of a sale, by the engine that sells; nothing is stored for it. */
export function ExampleSide({ form, taxAreaId, rounding }: ExampleSideProps) {
  const { t } = useTranslation('taxes');
  const [sale, keep] = useKept<ExampleSale>(['tax-example'], { ...USUAL, date: todayHere() });
  const rules = form.rules.flatMap((rule) => readRule(rule) ?? []);
  const without = form.rules.length - rules.length;
  const figures = exampleFigures(sale, readPlace(form, taxAreaId), rules, rounding);
  return (
    <div className="taxes-side">
      <div className="taxes-side-body">
        <SectionTitle>{t('example.title')}</SectionTitle>
        <SaleFields sale={sale} onChange={(part) => keep({ ...sale, ...part })} />
        {without === 0 ? null : (
          <Note tone="warning">{t('example.without', { count: without })}</Note>
        )}
        {figures === undefined ? (
          <Text as="p" size="second" tone="muted">
            {t('example.incomplete')}
          </Text>
        ) : (
          <Taxes figures={figures} />
        )}
      </div>
      {figures === undefined ? null : (
        <div className="taxes-side-foot">
          <Sums
            facts={[
              {
                label: t('example.tax'),
                value: <Money amount={figures.taxCents} strong />,
                strong: true,
              },
            ]}
          />
          <AmountDue label={t('example.total')} amount={figures.totalCents} size="total" />
        </div>
      )}
    </div>
  );
}

interface SaleFieldsProps {
  readonly sale: ExampleSale;
  readonly onChange: (part: Partial<ExampleSale>) => void;
}

function SaleFields({ sale, onChange }: SaleFieldsProps) {
  const { t } = useTranslation('taxes');
  return (
    <div className="taxes-example">
      <MoneyField
        label={t('example.price')}
        value={sale.priceCents}
        onChange={(priceCents) => onChange({ priceCents })}
      />
      <NumberField
        label={t('example.quantity')}
        value={sale.quantity}
        least={1}
        most={9999}
        onChange={(quantity) => onChange({ quantity })}
      />
      <SelectField
        label={t('example.class')}
        value={sale.taxClass}
        choices={TAXED_CLASSES.map((value) => ({ value, label: classLabel(value, t) }))}
        onChange={(taxClass) => onChange({ taxClass })}
      />
      {isWork(sale.taxClass) ? (
        <MoneyField
          label={t('example.parts')}
          value={sale.partsCents}
          onChange={(partsCents) => onChange({ partsCents })}
        />
      ) : (
        <MoneyField
          label={t('example.tradeIn')}
          value={sale.tradeInCents}
          onChange={(tradeInCents) => onChange({ tradeInCents })}
        />
      )}
      <DateField
        label={t('example.date')}
        value={sale.date}
        onChange={(date) => onChange({ date })}
      />
    </div>
  );
}

/** Each rule in force: what it falls on, what its limit leaves out, what it takes. */
function Taxes({ figures }: { readonly figures: ExampleFigures }) {
  const { t } = useTranslation('taxes');
  const { netCents, tradeInCents, taxes } = figures;
  return (
    <>
      <Sums
        facts={[
          { label: t('example.sold'), value: <Money amount={netCents} /> },
          ...(tradeInCents === 0
            ? []
            : [{ label: t('example.tradeIn'), value: <Money amount={cents(0 - tradeInCents)} /> }]),
        ]}
      />
      {taxes.length === 0 ? (
        <Text as="p" size="second" tone="muted">
          {t('example.none')}
        </Text>
      ) : null}
      <ul className="taxes-parts" aria-label={t('rules.title')}>
        {taxes.map((tax) => (
          <TaxRow key={tax.taxRuleId} tax={tax} />
        ))}
      </ul>
    </>
  );
}

function TaxRow({ tax: { name, ratePpm, part } }: { readonly tax: ExampleTax }) {
  const { t } = useTranslation('taxes');
  const { format } = useSpeech();
  const details =
    part === undefined
      ? [t('example.notOn')]
      : [
          t('example.on', { base: format.money(part.baseCents) }),
          ...(part.excessCents === 0
            ? []
            : [t('example.leftOut', { excess: format.money(part.excessCents) })]),
        ];
  return (
    <li>
      <span>
        {name} {formatRate(ratePpm)}
        <Text as="div" size="meta" tone="muted">
          {details.join(' · ')}
        </Text>
      </span>
      {part === undefined ? <Text tone="muted">–</Text> : <Money amount={part.taxCents} />}
    </li>
  );
}
