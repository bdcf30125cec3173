import type { Id, StaffId } from '#shared/ids.ts';
import type { RatePpm } from '#shared/money.ts';
import type { SalesShare } from '#shared/sales/cart.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PercentField } from '../../app/percent-field.tsx';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { SelectField } from '../../ui/choices/select-field.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { freshId } from '../fresh-id.ts';
import {
  MOST_SHARES,
  sharedEvenly,
  type ShareRow,
  sharesOf,
  sharesProblem,
} from '../people/shares.ts';
import type { CorrectPartProps } from './correct-dialog.tsx';
import { CorrectionFoot } from './correction-foot.tsx';
import { useCorrection } from './use-correction.ts';

/** Who sold: one alone, or who shares it. Somebody who has left may have. */
export function CorrectSeller({ sale, onDone }: CorrectPartProps) {
  const { t } = useTranslation(['corrections', 'sell']);
  const [rows, setRows] = useState<readonly ShareRow[]>(() => rowsOf(sale));
  const [asked, setAsked] = useState(false);
  const people =
    useStoreQuery({
      key: ['staff.list', 'inactive'],
      tables: ['staff'],
      read: (store) => store.staff.list({ inactive: true }),
    }).data ?? [];
  const correction = useCorrection(sale, onDone, (store, input: Sellers & Said, commandId) =>
    store.corrections.seller({ commandId, saleId: sale.saleId, ...input }),
  );
  const alone = rows.length === 1;
  const change = (key: string, part: Partial<ShareRow>) =>
    setRows((now) => now.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const problem = alone
    ? rows[0]?.staffId === undefined
      ? 'person'
      : undefined
    : sharesProblem(rows);
  const submit = () => {
    setAsked(true);
    const soldBy = rows[0]?.staffId;
    if (problem !== undefined || soldBy === undefined) return;
    const shares = alone ? null : (sharesOf(rows) ?? null);
    correction.submit({ soldBy, shares }, t('what.seller', { number: sale.number }));
  };
  return (
    <Stack gap={16}>
      {rows.map((row, index) => (
        <div key={row.key} className="correct-share">
          <SelectField
            label={alone ? t('seller.who') : t('sell:shares.person', { number: index + 1 })}
            size={44}
            value={row.staffId}
            placeholder={t('sell:shares.choose')}
            choices={people.map(({ staffId, initials, name }) => ({
              value: staffId,
              label: `${initials} · ${name}`,
            }))}
            onChange={(staffId) => change(row.key, { staffId })}
          />
          {alone ? null : (
            <>
              <PercentField
                label={t('sell:shares.share', { number: index + 1 })}
                size={44}
                value={row.sharePpm}
                onChange={(sharePpm) => change(row.key, { sharePpm })}
              />
              <IconButton
                icon="close"
                label={t('sell:shares.remove', { number: index + 1 })}
                onClick={() => setRows((now) => now.filter(({ key }) => key !== row.key))}
              />
            </>
          )}
        </div>
      ))}
      <Row wrap>
        <Button
          icon="add"
          disabled={rows.length >= Math.min(MOST_SHARES, people.length)}
          onClick={() => setRows((now) => sharedEvenly([...now, emptyRow()]))}
        >
          {t('seller.share')}
        </Button>
      </Row>
      {asked && problem !== undefined ? (
        <Note tone="danger" title={t(`sell:shares.problem.${problem}`)} />
      ) : null}
      <CorrectionFoot
        correction={correction}
        reasons={[t('reasons.wrongPerson'), t('reasons.together')]}
        onSubmit={submit}
      />
    </Stack>
  );
}

interface Sellers {
  readonly soldBy: StaffId;
  readonly shares: readonly SalesShare[] | null;
}

interface Said {
  readonly reason: string;
  readonly overrideId: Id<'override'> | null;
}

function emptyRow(): ShareRow {
  return { key: freshId('share'), staffId: undefined, sharePpm: undefined };
}

function rowsOf({ shares, soldBy }: CorrectPartProps['sale']): readonly ShareRow[] {
  if (shares.length < 2) return [{ ...emptyRow(), staffId: soldBy }];
  return shares.map(({ staffId, sharePpm }) => ({
    ...emptyRow(),
    staffId,
    // Branding: a share is a part of a million, like a rate.
    sharePpm: sharePpm as RatePpm,
  }));
}
