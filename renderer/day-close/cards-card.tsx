import type { Cents } from '#shared/money.ts';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../ui/choices/select-field.tsx';
import { MoneyField } from '../ui/fields/money-field.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Money } from '../ui/figures/money.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { SimpleTable } from '../ui/lists/simple-table.tsx';
import {
  CARD_BRANDS,
  type CardProblem,
  type CardRow,
  cardSums,
  isOff,
  type SettleDraft,
} from './settle-draft.ts';

export interface CardsCardProps {
  readonly rows: readonly CardRow[];
  readonly draft: SettleDraft;
  readonly problem: CardProblem | undefined;
  /** How often somebody tried to go on: each time the first field that keeps them has the focus. */
  readonly tries: number;
  readonly onChange: (part: Partial<SettleDraft>) => void;
}

/** What each terminal's slip says beside our sales, by brand. Cards are not counted blind: the slip is the proof. */
export function CardsCard({ rows, draft, problem, tries, onChange }: CardsCardProps) {
  const { t } = useTranslation('day-close');
  const sums = cardSums(rows);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tries > 0) card.current?.querySelector<HTMLElement>('[data-wrong="true"] input')?.focus();
  }, [tries]);
  return (
    <div ref={card}>
      <Card title={t('cards.title')} aside={<Text tone="muted">{t('cards.what')}</Text>}>
        <CardTable rows={rows} draft={draft} problem={problem} onChange={onChange} sums={sums} />
        <div className="day-card-foot">
          <Stack gap={12}>
            <AnotherBrand rows={rows} draft={draft} onChange={onChange} />
            {isOff(rows) ? (
              <TextField
                label={t('cards.reason')}
                value={draft.reason}
                onChange={(reason) => onChange({ reason })}
                error={problem === 'reasonMissing' ? t('cards.reasonMissing') : undefined}
                maxLength={200}
                size={44}
              />
            ) : null}
          </Stack>
        </div>
      </Card>
    </div>
  );
}

interface CardTableProps extends Omit<CardsCardProps, 'tries'> {
  readonly sums: ReturnType<typeof cardSums>;
}

function CardTable({ rows, draft, problem, onChange, sums }: CardTableProps) {
  const { t } = useTranslation('day-close');
  const table = useRef<HTMLDivElement>(null);
  const nextField = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey) return;
    const fields = [...(table.current?.querySelectorAll('input') ?? [])];
    const next = fields[fields.findIndex((field) => field === document.activeElement) + 1];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  const change = (brand: string, amount: Cents | undefined, wrong: boolean) => {
    const { [brand]: _, ...others } = draft.batches;
    const unreadable = draft.unreadable.filter((each) => each !== brand);
    onChange({
      batches: amount === undefined ? others : { ...others, [brand]: amount },
      unreadable: wrong ? [...unreadable, brand] : unreadable,
    });
  };
  return (
    <div ref={table} className="cards-table" onKeyDown={nextField}>
      <SimpleTable
        label={t('cards.title')}
        rows={rows}
        rowKey={(row) => row.brand}
        columns={[
          { id: 'brand', head: t('cards.brand'), cell: (row) => brandName(row.brand, t) },
          {
            id: 'ours',
            head: t('cards.ours'),
            end: true,
            cell: (row) => <Money amount={row.oursCents} />,
          },
          {
            id: 'batch',
            head: t('cards.batch'),
            end: true,
            cell: (row) => (
              <MoneyField
                label={t('cards.batchOf', { brand: brandName(row.brand, t) })}
                hideLabel
                value={row.batchCents}
                onChange={(amount, wrong) => change(row.brand, amount, wrong)}
                negative
                strict={problem === 'unreadable'}
                error={
                  problem === 'brandMissing' && row.batchCents === undefined
                    ? t('cards.brandMissing')
                    : undefined
                }
                autoFocus={row === rows[0]}
              />
            ),
          },
          {
            id: 'difference',
            head: t('cards.difference'),
            end: true,
            cell: (row) =>
              row.differenceCents === undefined ? null : (
                <Money amount={row.differenceCents} signed strong={row.differenceCents !== 0} />
              ),
          },
        ]}
        sum={[
          t('cards.all'),
          <Money key="ours" amount={sums.oursCents} />,
          sums.batchCents === undefined ? null : <Money key="batch" amount={sums.batchCents} />,
          sums.differenceCents === undefined ? null : (
            <Money key="difference" amount={sums.differenceCents} signed strong />
          ),
        ]}
      />
    </div>
  );
}

/** A brand on a slip that no sale of the day has. */
function AnotherBrand({
  rows,
  draft,
  onChange,
}: Pick<CardsCardProps, 'rows' | 'draft' | 'onChange'>) {
  const { t } = useTranslation('day-close');
  const shown = new Set(rows.map(({ brand }) => brand));
  const others = CARD_BRANDS.filter((brand) => !shown.has(brand));
  if (others.length === 0) return null;
  return (
    <SelectField
      label={t('cards.another')}
      value={undefined}
      placeholder={t('cards.choose')}
      choices={others.map((brand) => ({ value: brand, label: brandName(brand, t) }))}
      onChange={(brand) => onChange({ added: [...draft.added, brand] })}
    />
  );
}

type Translate = ReturnType<typeof useTranslation<'day-close'>>['t'];

/** A brand is a name in every language; payments without one have words. */
export function brandName(brand: string, t: Translate): string {
  return brand === '' ? t('cards.noBrand') : brand;
}
