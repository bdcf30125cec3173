import { ZERO_CENTS } from '#shared/money.ts';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/actions/button.tsx';
import { Segmented } from '../ui/choices/segmented.tsx';
import { MoneyField } from '../ui/fields/money-field.tsx';
import { NumberField } from '../ui/fields/number-field.tsx';
import { Money } from '../ui/figures/money.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Row } from '../ui/layout/layout.tsx';
import { SimpleTable } from '../ui/lists/simple-table.tsx';
import { Chip } from '../ui/messages/chip.tsx';
import { countOf, drawnAnew, markedField, type CloseDraft } from './close-draft.ts';
import type { CountFields } from './count-fields.ts';
import { amountOf, DENOMINATIONS, denominationName, type Denomination } from './denominations.ts';

export interface CountCardProps {
  readonly draft: CloseDraft;
  readonly fields: CountFields;
  /** It was to be saved: whatever cannot be read says so at once. */
  readonly strict: boolean;
  readonly onChange: (part: Partial<CloseDraft>) => void;
  /** The count was saved too early. */
  readonly onAgain: () => void;
}

/** The blind count: how many of each note and coin, or the total of a counting machine. Enter goes to the next. */
export function CountCard(props: CountCardProps) {
  const { draft, onChange, onAgain } = props;
  const { t } = useTranslation('day-close');
  const aside = draft.saved ? (
    <Row>
      <Chip tone="success" icon="lock">
        {t('count.saved')}
      </Chip>
      <Button kind="quiet" onClick={onAgain}>
        {t('count.again')}
      </Button>
    </Row>
  ) : (
    <Segmented
      label={t('count.by')}
      value={draft.by}
      choices={[
        { value: 'pieces', label: t('count.pieces') },
        { value: 'total', label: t('count.total') },
      ]}
      onChange={(by) => onChange({ ...drawnAnew(draft), by })}
    />
  );
  return (
    <Card title={t('count.title')} aside={aside} padded={draft.by === 'total'}>
      {draft.by === 'total' ? <TotalField {...props} /> : <PieceTable {...props} />}
    </Card>
  );
}

type CountPartProps = Omit<CountCardProps, 'onAgain'>;

function TotalField({ draft, fields, strict, onChange }: CountPartProps) {
  const { t } = useTranslation('day-close');
  const { unreadable } = draft;
  return (
    <MoneyField
      label={t('count.totalField')}
      value={draft.total}
      onChange={(total, wrong) =>
        onChange({ total, unreadable: markedField(unreadable, 'total', wrong) })
      }
      inputRef={fields.refOf('total')}
      strict={strict}
      error={unreadable.get('total') === 'lost' ? t('count.lost') : undefined}
      size={56}
      disabled={draft.saved}
      autoFocus
    />
  );
}

function PieceTable({ draft, fields, strict, onChange }: CountPartProps) {
  const { t } = useTranslation('day-close');
  const table = useRef<HTMLDivElement>(null);
  const nextField = (event: KeyboardEvent) => {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.ctrlKey) return;
    const fields = [...(table.current?.querySelectorAll('input') ?? [])];
    const at = fields.findIndex((field) => field === document.activeElement);
    const next = fields[at + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div ref={table} className="count-table" onKeyDown={nextField}>
      <SimpleTable
        label={t('count.title')}
        rows={DENOMINATIONS}
        rowKey={String}
        columns={[
          { id: 'name', head: t('count.piece'), cell: denominationName },
          {
            id: 'count',
            head: t('count.pieces'),
            end: true,
            cell: (each) => (
              <PieceField {...{ draft, fields, strict, onChange }} denomination={each} />
            ),
          },
          {
            id: 'amount',
            head: t('count.amount'),
            end: true,
            cell: (each) => <Money amount={amountOf(each, draft.counts[each])} />,
          },
        ]}
        sum={[t('count.counted'), null, <Money key="sum" amount={countOf(draft) ?? ZERO_CENTS} />]}
      />
    </div>
  );
}

interface PieceFieldProps extends CountPartProps {
  readonly denomination: Denomination;
}

function PieceField({ denomination, draft, fields, strict, onChange }: PieceFieldProps) {
  const { t } = useTranslation('day-close');
  const { counts, unreadable } = draft;
  return (
    <NumberField
      label={t('count.how', { piece: denominationName(denomination) })}
      hideLabel
      value={counts[denomination]}
      onChange={(count, wrong) =>
        onChange({
          counts: withCount(counts, denomination, count),
          unreadable: markedField(unreadable, denomination, wrong),
        })
      }
      inputRef={fields.refOf(denomination)}
      strict={strict}
      error={unreadable.get(denomination) === 'lost' ? t('count.lost') : undefined}
      most={99_999}
      disabled={draft.saved}
      autoFocus={denomination === DENOMINATIONS[0]}
    />
  );
}

function withCount(
  counts: CloseDraft['counts'],
  denomination: Denomination,
  count: number | undefined,
): CloseDraft['counts'] {
  const { [denomination]: _, ...others } = counts;
  return count === undefined ? others : { ...others, [denomination]: count };
}
