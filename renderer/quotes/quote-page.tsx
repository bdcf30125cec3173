import type { CartLine } from '#shared/sales/cart.ts';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { DocumentMissing, DocumentPage } from '../app/counter-documents/document-page.tsx';
import { useCartInHand, useSaleDesk } from '../app/sale-desk.ts';
import { useShortDay } from '../app/use-short-day.ts';
import { LineName } from '../app/line-name.tsx';
import { useCommands } from '../commands/command-context.tsx';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/actions/button.tsx';
import { Money } from '../ui/figures/money.tsx';
import { Card, SectionTitle } from '../ui/layout/card.tsx';
import { Sums } from '../ui/layout/facts.tsx';
import { Spacer } from '../ui/layout/layout.tsx';
import { SimpleTable } from '../ui/lists/simple-table.tsx';
import { Note } from '../ui/messages/note.tsx';
import { QuoteChip } from './quote-chip.tsx';
import { type SavedQuote, useQuote, useQuoteIdOfPath } from './use-quotes.ts';
import { useSellQuote } from './use-sell-quote.ts';

export function QuotePage() {
  const quoteId = useQuoteIdOfPath();
  const answer = useQuote(quoteId);
  if (answer.data) return <KnownQuote key={quoteId} saved={answer.data} />;
  return <DocumentMissing area="quotes" answer={answer} />;
}

/** What was promised to whom, and the way into the cart. */
function KnownQuote({ saved }: { readonly saved: SavedQuote }) {
  const { t } = useTranslation('quotes');
  const shortDay = useShortDay();
  const { quote, cart, note } = saved;
  const name = quote.customerName ?? t('nobody');
  return (
    <DocumentPage
      area="quotes"
      number={quote.number}
      detail={t('detailOf', { name, day: shortDay(quote.madeOn) })}
      paper={{ kind: 'quote', subjectId: quote.quoteId, options: {} }}
      side={<QuoteSide saved={saved} />}
    >
      {note === '' ? null : <Note title={t('note')}>{note}</Note>}
      <Card label={t('quoted')}>
        <QuotedLines lines={cart.lines} />
      </Card>
    </DocumentPage>
  );
}

function QuotedLines({ lines }: { readonly lines: readonly CartLine[] }) {
  const { t } = useTranslation('quotes');
  const format = useFormat();
  return (
    <SimpleTable
      label={t('quoted')}
      rows={lines}
      rowKey={(line) => line.lineId}
      columns={[
        {
          id: 'what',
          head: t('line'),
          cell: (line) => <LineName line={line} />,
        },
        {
          id: 'count',
          head: t('quantity'),
          end: true,
          cell: (line) => format.count(line.quantityThousandths / 1000),
        },
        {
          id: 'tag',
          head: t('tag'),
          end: true,
          cell: (line) => <Money amount={line.tagPriceCents} />,
        },
      ]}
    />
  );
}

/** The total that was promised, whether it holds, and the one act: sell it. */
function QuoteSide({ saved }: { readonly saved: SavedQuote }) {
  const { t } = useTranslation('quotes');
  const desk = useSaleDesk();
  const inHand = useCartInHand();
  const sell = useSellQuote(saved);
  const { quote } = saved;
  const { soldAs, expired } = quote;
  useCommands([
    {
      id: 'quote.sell',
      chord: 'Enter',
      label: expired ? 'quotes:sellToday' : 'quotes:sell',
      order: 0,
      when: () => soldAs === null && inHand !== undefined,
      run: sell.run,
    },
  ]);
  return (
    <>
      <SectionTitle>{t('promised')}</SectionTitle>
      <Sums
        facts={[
          { label: t('state'), value: <QuoteChip quote={quote} /> },
          { label: t('total'), value: <Money amount={quote.totalCents} />, strong: true },
        ]}
      />
      {expired && soldAs === null ? (
        <Note tone="warning" title={t('overTitle')}>
          {t('overNext')}
        </Note>
      ) : null}
      {sell.notParked ? <Note tone="warning" title={t('notParked')} /> : null}
      <FailureNote failure={sell.failure} />
      <Spacer />
      {soldAs !== null ? (
        <Button size={44} wide icon="receipt" onClick={() => desk?.showReceipt(soldAs)}>
          {t('receipt')}
        </Button>
      ) : inHand === undefined ? null : (
        <Button kind="primary" size={56} wide hint="Enter" onClick={sell.run}>
          {expired ? t('sellToday') : t('sell')}
        </Button>
      )}
    </>
  );
}
