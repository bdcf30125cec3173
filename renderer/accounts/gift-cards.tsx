import { sumCents } from '#shared/money.ts';
import type { BusinessDate } from '#shared/time.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { Form } from '../app/form.tsx';
import { useMay } from '../app/session/session.ts';
import { useFormat } from '../i18n/format.ts';
import { useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Money } from '../ui/figures/money.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Sums } from '../ui/layout/facts.tsx';
import { Row } from '../ui/layout/layout.tsx';
import { DataTable } from '../ui/lists/data-table.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { Note } from '../ui/messages/note.tsx';
import { AccountsFrame, Answered } from './accounts-frame.tsx';
import { AsOfField, useAsOf } from './as-of.tsx';

/** Every gift card with something on it, as of any day, and one looked up by its code. */
export function GiftCards() {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const day = useAsOf();
  const maySell = useMay('sales.sell');
  const answer = useStoreQuery({
    key: ['credit.giftCards', day.asOf],
    tables: ['gift_card', 'gift_card_entry'],
    enabled: useMay('sales.read'),
    keepLast: true,
    read: (store) => store.credit.giftCards({ asOf: day.asOf }),
  });
  const owed = sumCents((answer.data ?? []).map((row) => row.balanceCents));
  return (
    <AccountsFrame
      part="gift-cards"
      detail={answer.data && t('giftCards.owed', { amount: format.money(owed) })}
      beside={<AsOfField {...day} />}
    >
      {maySell ? <LookUp /> : null}
      <Answered answer={answer}>
        {(rows) => (
          <Card fill label={t('part.gift-cards')}>
            <DataTable
              label={t('part.gift-cards')}
              rows={rows}
              rowKey={(row) => row.giftCardId}
              columns={[
                { id: 'code', head: t('giftCards.code'), cell: (row) => row.code },
                {
                  id: 'balance',
                  head: t('balance'),
                  end: true,
                  width: '9rem',
                  cell: (row) => <Money amount={row.balanceCents} />,
                },
              ]}
              empty={
                <EmptyState icon="gift" title={t('giftCards.empty.title')}>
                  {t('giftCards.empty.next')}
                </EmptyState>
              }
            />
          </Card>
        )}
      </Answered>
    </AccountsFrame>
  );
}

/** What is on the card in hand, by its code. A scanned card says so from any screen. */
function LookUp() {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const found = useStoreQuery({
    key: ['credit.giftCard', asked],
    tables: ['gift_card', 'gift_card_entry'],
    enabled: asked !== '',
    read: (store) => store.credit.giftCard({ code: asked }),
  });
  const card = asked === '' ? undefined : found.data;
  return (
    <Card padded label={t('giftCards.lookUp')}>
      <Form label={t('giftCards.lookUp')} onSubmit={() => setAsked(typed.trim())}>
        <Row align="end">
          <TextField
            label={t('giftCards.lookUp')}
            placeholder={t('giftCards.codeHint')}
            value={typed}
            onChange={setTyped}
            maxLength={60}
            icon="gift"
          />
          <Button type="submit" hint="Enter">
            {t('giftCards.look')}
          </Button>
        </Row>
        <FailureNote failure={asked === '' ? undefined : found.failure} />
        {card === null ? (
          <Note tone="warning" title={t('giftCards.unknown')}>
            {t('giftCards.unknownNext')}
          </Note>
        ) : null}
        {card ? (
          <Sums
            facts={[
              { label: t('giftCards.code'), value: card.code },
              // Branding: the store answers business dates and nothing else.
              { label: t('giftCards.soldOn'), value: format.date(card.soldOn as BusinessDate) },
              { label: t('giftCards.redeemable'), value: format.money(card.redeemableCents) },
              { label: t('balance'), value: format.money(card.balanceCents), strong: true },
            ]}
          />
        ) : null}
      </Form>
    </Card>
  );
}
