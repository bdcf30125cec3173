import type { PieceKind } from '#shared/stock/contract.ts';
import type { PieceTaxClass } from '#shared/stock/piece-tax-class.ts';
import { useTranslation } from 'react-i18next';
import type { FormDraft } from '../app/form-draft.ts';
import { useMay } from '../app/session/session.ts';
import { useRefusalText } from '../i18n/refusal-text.ts';
import { Checkbox } from '../ui/choices/checkbox.tsx';
import { Segmented } from '../ui/choices/segmented.tsx';
import { SelectField } from '../ui/choices/select-field.tsx';
import { MoneyField } from '../ui/fields/money-field.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Text } from '../ui/layout/text.tsx';
import type { PieceField, PieceForm, PieceProblems } from './piece-form.ts';

const KINDS: readonly PieceKind[] = ['piece', 'counted'];
const TAX_CLASSES: readonly PieceTaxClass[] = ['goods', 'bullion', 'part'];

/** Longest texts, in step with the contract. */
const LONGEST = {
  stockNumber: 40,
  description: 200,
  category: 80,
  vendor: 80,
  vendorStyle: 80,
  serial: 80,
} as const satisfies Partial<Record<PieceField, number>>;

export interface PieceFormFieldsProps {
  readonly state: FormDraft<PieceForm>;
  readonly problems: PieceProblems;
  /** The piece is new: how many there are is asked. Later only documents change that. */
  readonly added: boolean;
  /** Something was changed after the store said no. */
  readonly onMended: () => void;
}

export function PieceFormFields({ state, problems, added, onMended }: PieceFormFieldsProps) {
  const { t } = useTranslation(['stock', 'common']);
  const seesCost = useMay('stock.seeCost');
  const inWords = useRefusalText();
  const errorOf = (field: PieceField) => {
    const code = problems[field];
    if (code === undefined) return undefined;
    if (code === 'TEXT_REQUIRED') return t('common:field.fillIn');
    if (code === 'STOCK_NUMBER_TAKEN') return t('numberTaken');
    const { what, next } = inWords({ code });
    return `${what} ${next}`;
  };
  const set = <Field extends PieceField>(field: Field, value: PieceForm[Field]) => {
    state.set(field, value);
    onMended();
  };
  const text = (field: keyof typeof LONGEST, autoFocus = false) => (
    <TextField
      label={t(field)}
      value={state.form[field]}
      maxLength={LONGEST[field]}
      error={errorOf(field)}
      autoFocus={autoFocus}
      onChange={(value) => set(field, value)}
    />
  );
  return (
    <>
      <Card title={t('group.piece')} padded>
        <div className="stock-fields">
          {text('stockNumber', true)}
          {text('description')}
          <div className="stock-pair">
            {text('category')}
            {text('vendor')}
          </div>
          <div className="stock-pair">
            {text('vendorStyle')}
            {text('serial')}
          </div>
        </div>
      </Card>
      <Card title={t('group.price')} padded>
        <div className="stock-fields">
          <div className="stock-pair">
            <MoneyField
              label={t('tagPrice')}
              value={state.form.tagPriceCents}
              error={errorOf('tagPriceCents')}
              onChange={(value) => set('tagPriceCents', value)}
            />
            {seesCost ? (
              <MoneyField
                label={t('cost')}
                note={t('common:optional')}
                value={state.form.costCents}
                error={errorOf('costCents')}
                onChange={(value) => set('costCents', value)}
              />
            ) : null}
          </div>
          <Checkbox
            label={t('taxed')}
            checked={state.form.taxed}
            onChange={(value) => set('taxed', value)}
          />
          {state.form.taxed ? (
            <SelectField
              label={t('taxedAs')}
              value={state.form.taxClass}
              choices={TAX_CLASSES.map((value) => ({ value, label: t(`taxClass.${value}`) }))}
              onChange={(value) => set('taxClass', value)}
            />
          ) : null}
          <Segmented
            label={t('kindHead')}
            value={state.form.kind}
            choices={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(value) => set('kind', value)}
          />
          <Text as="p" size="second" tone="muted">
            {t(`kindHelp.${state.form.kind}`)}
          </Text>
          {added && state.form.kind === 'counted' ? (
            <TextField
              label={t('quantity')}
              inputMode="decimal"
              maxLength={12}
              value={state.form.quantity}
              error={errorOf('quantity')}
              onChange={(value) => set('quantity', value)}
            />
          ) : null}
        </div>
      </Card>
    </>
  );
}
