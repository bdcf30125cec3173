import './corrections.css';
import type { SaleId } from '#shared/ids.ts';
import type { CorrectableSale } from '#shared/sales/corrections/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Tabs } from '../../ui/choices/tabs.tsx';
import { SectionTitle } from '../../ui/layout/card.tsx';
import { Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { type SellingDialog, useSelling } from '../selling-context.tsx';
import { CorrectCustomer } from './correct-customer.tsx';
import { CorrectSeller } from './correct-seller.tsx';
import { CorrectTender } from './correct-tender.tsx';

type Part = Extract<SellingDialog, { readonly kind: 'correct' }>['part'];
const PARTS: readonly Part[] = ['tender', 'seller', 'customer'];

/** A paid sale stays as it is; how it was paid, who sold it and whose it is may have been written down wrongly. */
export function CorrectDialog() {
  const { t } = useTranslation('corrections');
  const { dialog, closeDialog, showReceipt } = useSelling();
  const asked = dialog?.kind === 'correct' ? dialog : undefined;
  const done = (saleId: SaleId) => {
    closeDialog();
    showReceipt(saleId);
  };
  return (
    <Dialog
      help="corrections"
      open={asked !== undefined}
      title={t('title')}
      width="wide"
      onClose={closeDialog}
    >
      {asked === undefined ? null : (
        <Correcting
          key={asked.saleId}
          saleId={asked.saleId}
          part={asked.part}
          onDone={() => done(asked.saleId)}
        />
      )}
    </Dialog>
  );
}

interface CorrectingProps {
  readonly saleId: SaleId;
  readonly part: Part;
  readonly onDone: () => void;
}

function Correcting({ saleId, part, onDone }: CorrectingProps) {
  const { t } = useTranslation('corrections');
  const format = useFormat();
  const [at, setAt] = useState(part);
  const found = useStoreQuery({
    key: ['corrections.ofSale', saleId],
    tables: [
      'sale',
      'payment',
      'sale_correction',
      'sale_void',
      'check_event',
      'payment_resolution',
    ],
    read: (store) => store.corrections.ofSale({ saleId }),
  });
  if (found.data === null) return <RefusalNote refusal={{ code: 'SALE_NOT_FOUND' }} />;
  if (found.data === undefined) return <FailureNote failure={found.failure} />;
  const sale = found.data;
  const facts = [format.money(sale.totalCents), sale.customerName ?? t('nobody')];
  return (
    <Stack gap={16}>
      <div>
        <Text as="h3" strong size="lead">
          {sale.number}
        </Text>
        <Text tone="muted">{facts.join(' · ')}</Text>
      </div>
      <Tabs
        label={t('parts.label')}
        value={at}
        tabs={PARTS.map((value) => ({ value, label: t(`parts.${value}`) }))}
        onChange={setAt}
      />
      <PartOf part={at} sale={sale} onDone={onDone} />
      <Made sale={sale} />
    </Stack>
  );
}

export interface CorrectPartProps {
  readonly sale: CorrectableSale;
  readonly onDone: () => void;
}

function PartOf({ part, ...props }: CorrectPartProps & { readonly part: Part }) {
  switch (part) {
    case 'tender':
      return <CorrectTender {...props} />;
    case 'seller':
      return <CorrectSeller {...props} />;
    case 'customer':
      return <CorrectCustomer {...props} />;
  }
}

/** What was corrected before, newest first. */
function Made({ sale }: { readonly sale: CorrectableSale }) {
  const { t } = useTranslation('corrections');
  const format = useFormat();
  if (sale.corrections.length === 0) return null;
  return (
    <Stack gap={4}>
      <SectionTitle>{t('made.title')}</SectionTitle>
      <ul className="correct-made">
        {sale.corrections.map(({ kind, reason, by, atMs }) => (
          <li key={`${kind} ${atMs}`}>
            <Text>
              {[format.dateTime(atMs), by, t(`made.${kind}`), reason].filter(Boolean).join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
