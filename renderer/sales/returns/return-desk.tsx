import type { SaleId } from '#shared/ids.ts';
import type { ReturnableTicket } from '#shared/sales/returns/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { useGo } from '../../app/navigation.ts';
import { useCommands } from '../../commands/command-context.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { AmountDue } from '../../ui/figures/money.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { freshId } from '../fresh-id.ts';
import { useSelling } from '../selling-context.tsx';
import {
  cartWithReturns,
  chosenLines,
  draftOf,
  hasProblem,
  type ReturnDraft,
  sumBack,
  withAllTicked,
} from './return-draft.ts';
import { ReturnLine } from './return-line.tsx';

export interface ReturnDeskProps {
  readonly saleId: SaleId;
  readonly positions: readonly number[];
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** The lines of a sale: tick what came, how much of it, and where it goes. */
export function ReturnDesk(props: ReturnDeskProps) {
  const { saleId } = props;
  const found = useStoreQuery({
    key: ['returns.ofSale', saleId],
    tables: ['sale', 'sale_line', 'sale_void', 'sale_correction', 'piece_state', 'setting'],
    read: (store) => store.returns.ofSale({ saleId }),
  });
  if (found.data === null) return <RefusalNote refusal={{ code: 'SALE_NOT_FOUND' }} />;
  if (found.data === undefined) return <FailureNote failure={found.failure} />;
  return <Desk {...props} ticket={found.data} />;
}

function Desk({
  ticket,
  positions,
  onBack,
  onDone,
}: ReturnDeskProps & { readonly ticket: ReturnableTicket }) {
  const { t } = useTranslation('returns');
  const { cart } = useCart();
  const [draft, setDraft] = useState<ReturnDraft>(() =>
    draftOf(ticket, cart, positions, () => freshId('saleLine')),
  );
  const [asked, setAsked] = useState(false);
  const chosen = chosenLines(ticket, draft);
  const takeBack = useTakeBack(ticket, onDone);
  const put = () => {
    setAsked(true);
    if (chosen.length > 0 && !hasProblem(ticket, draft)) takeBack(chosen);
  };
  const all = () => setDraft((now) => withAllTicked(now, chosen.length < now.size));
  useCommands([
    { id: 'return.put', chord: 'Ctrl+Enter', label: 'returns:keys.put', run: put },
    { id: 'return.all', chord: 'Alt+A', label: 'returns:keys.all', run: all },
  ]);
  return (
    <Stack gap={16}>
      <DeskHead ticket={ticket} />
      {draft.size === 0 ? (
        <Note tone="warning" title={ticket.voided ? t('desk.void') : t('desk.nothingLeft')}>
          {t('desk.nothingNext')}
        </Note>
      ) : null}
      <ul className="return-lines" aria-label={t('desk.lines')}>
        {ticket.lines.map((line) => (
          <ReturnLine
            key={line.saleLineId}
            ticket={ticket}
            line={line}
            draft={draft.get(line.saleLineId)}
            asked={asked}
            onDraft={setDraft}
          />
        ))}
      </ul>
      {asked && chosen.length === 0 ? <Note tone="warning" title={t('desk.noneTicked')} /> : null}
      <Row apart wrap>
        <Row>
          <Button size={44} hint="Alt+A" autoFocus disabled={draft.size === 0} onClick={all}>
            {chosen.length < draft.size || draft.size === 0 ? t('desk.all') : t('desk.nothing')}
          </Button>
          <Button size={44} onClick={onBack}>
            {t('desk.another')}
          </Button>
        </Row>
        <AmountDue label={t('desk.back')} amount={sumBack(chosen)} size="total" />
        <Button
          kind="primary"
          size={44}
          hint="Ctrl+Enter"
          disabled={draft.size === 0}
          onClick={put}
        >
          {t('desk.put')}
        </Button>
      </Row>
    </Stack>
  );
}

function DeskHead({ ticket }: { readonly ticket: ReturnableTicket }) {
  const { t } = useTranslation('returns');
  const format = useFormat();
  const facts = [
    format.dateTime(ticket.completedAtMs),
    ticket.customerName ?? t('desk.nobody'),
    t('desk.total', { amount: format.money(ticket.totalCents) }),
  ];
  return (
    <div>
      <Text as="h3" strong size="lead">
        {ticket.number}
      </Text>
      <Text tone="muted">{facts.join(' · ')}</Text>
    </div>
  );
}

/** What was ticked becomes lines of the cart, and the cart is shown. */
function useTakeBack(ticket: ReturnableTicket, onDone: () => void) {
  const { t } = useTranslation('returns');
  const { change } = useCart();
  const { forgetSold, showReceipt } = useSelling();
  const go = useGo();
  return (chosen: Parameters<typeof cartWithReturns>[2]) => {
    forgetSold();
    showReceipt(undefined);
    change((now) =>
      cartWithReturns(now, ticket, chosen, {
        fee: t('fee.line'),
        freshId: () => freshId('saleLine'),
      }),
    );
    go('/sell');
    onDone();
  };
}
