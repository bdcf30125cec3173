import './shares.css';
import { formatRate, type RatePpm } from '#shared/money.ts';
import { setShares } from '#shared/sales/cart.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../app/form.tsx';
import { PercentField } from '../../app/percent-field.tsx';
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
  sumOfShares,
} from './shares.ts';
import type { WhoSellsProps } from './who-sells.tsx';

/** Who shares the sale, and by how many percent each. */
export function SharesForm({ cart, people, sellerId, onClose }: WhoSellsProps) {
  const { t } = useTranslation('sell');
  const [rows, setRows] = useState(() => rowsOf(cart.cart.shares, sellerId));
  const [asked, setAsked] = useState(false);
  const problem = sharesProblem(rows);
  const change = (key: string, part: Partial<ShareRow>) =>
    setRows((now) => now.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const save = () => {
    setAsked(true);
    const shares = sharesOf(rows);
    if (!shares) return;
    cart.change((now) => setShares(now, shares));
    onClose();
  };
  const choices = people.map(({ staffId, initials, name }) => ({
    value: staffId,
    label: `${initials} · ${name}`,
  }));
  return (
    <Form label={t('shares.shared')} onSubmit={save}>
      <Stack gap={8}>
        {rows.map((row, index) => (
          <div key={row.key} className="share-row">
            <SelectField
              label={t('shares.person', { number: index + 1 })}
              value={row.staffId}
              placeholder={t('shares.choose')}
              choices={choices}
              onChange={(staffId) => change(row.key, { staffId })}
              size={44}
            />
            <PercentField
              label={t('shares.share', { number: index + 1 })}
              value={row.sharePpm}
              onChange={(sharePpm) => change(row.key, { sharePpm })}
              size={44}
            />
            <IconButton
              icon="close"
              label={t('shares.remove', { number: index + 1 })}
              disabled={rows.length <= 2}
              onClick={() => setRows((now) => now.filter(({ key }) => key !== row.key))}
            />
          </div>
        ))}
      </Stack>
      <Row wrap>
        <Button
          icon="add"
          disabled={rows.length >= Math.min(MOST_SHARES, people.length)}
          onClick={() => setRows((now) => [...now, emptyRow()])}
        >
          {t('shares.add')}
        </Button>
        <Button onClick={() => setRows(sharedEvenly)}>{t('shares.even')}</Button>
      </Row>
      <Row apart wrap>
        <output>{t('shares.sum', { sum: formatRate(sumOfShares(rows) as RatePpm) })}</output>
        <Button kind="primary" size={44} type="submit" hint="Enter">
          {t('shares.save')}
        </Button>
      </Row>
      {asked && problem !== undefined ? (
        <Note tone="danger" title={t(`shares.problem.${problem}`)} />
      ) : null}
    </Form>
  );
}

function emptyRow(): ShareRow {
  return { key: freshId('share'), staffId: undefined, sharePpm: undefined };
}

/** What the cart holds, else the seller with half of it and somebody else with the other. */
function rowsOf(
  shares: WhoSellsProps['cart']['cart']['shares'],
  sellerId: WhoSellsProps['sellerId'],
): readonly ShareRow[] {
  if (shares === null) return sharedEvenly([{ ...emptyRow(), staffId: sellerId }, emptyRow()]);
  return shares.map(({ staffId, sharePpm }) => ({
    ...emptyRow(),
    staffId,
    // Branding: a share is a part of a million, like a rate.
    sharePpm: sharePpm as RatePpm,
  }));
}
