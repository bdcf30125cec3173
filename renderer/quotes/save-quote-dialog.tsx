import type { BusinessDate } from '#shared/time.ts';
import type { Id } from '#shared/ids.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { dayBeside, todayHere } from '../app/day.ts';
import { Form } from '../app/form.tsx';
import { PaperDialog } from '../app/papers/paper-dialog.tsx';
import { type CartInHand, useCartInHand } from '../app/sale-desk.ts';
import { useCommands } from '../commands/command-context.tsx';
import { newId } from '../store-client/new-id.ts';
import { useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Checkbox } from '../ui/choices/checkbox.tsx';
import { DateField } from '../ui/fields/date-field.tsx';
import { TextArea } from '../ui/fields/text-field.tsx';
import { Money } from '../ui/figures/money.tsx';
import { Sums } from '../ui/layout/facts.tsx';
import { Row, Spacer } from '../ui/layout/layout.tsx';
import { Dialog } from '../ui/messages/dialog.tsx';
import { Note } from '../ui/messages/note.tsx';
import { Progress } from '../ui/messages/progress.tsx';
import { useSaveQuote } from './use-save-quote.ts';

export interface SaveQuoteDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The cart as a promise: its prices until a day. Then the quote as it prints. */
export function SaveQuoteDialog({ open, onClose }: SaveQuoteDialogProps) {
  const { t } = useTranslation('quotes');
  const inHand = useCartInHand();
  const [saved, setSaved] = useState<Id<'quote'>>();
  return (
    <>
      <Dialog help="quotes" open={open} title={t('save')} onClose={onClose}>
        {open && inHand ? <Saving inHand={inHand} onClose={onClose} onSaved={setSaved} /> : null}
      </Dialog>
      <PaperDialog
        wish={saved && { kind: 'quote', subjectId: saved, options: {} }}
        onClose={() => setSaved(undefined)}
      />
    </>
  );
}

interface SavingProps {
  readonly inHand: CartInHand;
  readonly onClose: () => void;
  readonly onSaved: (quoteId: Id<'quote'>) => void;
}

function Saving(props: SavingProps) {
  const { t } = useTranslation('common');
  const settings = useStoreQuery({
    key: ['settings.get'],
    tables: ['setting', 'store', 'register_setting'],
    read: (store) => store.settings.get({}),
  });
  if (settings.data !== undefined)
    return (
      <QuoteForm
        {...props}
        days={settings.data.selling.quoteDays}
        prints={settings.data.printer !== null}
      />
    );
  return settings.failure ? (
    <FailureNote failure={settings.failure} />
  ) : (
    <Progress label={t('loading')} />
  );
}

interface QuoteFormProps extends SavingProps {
  readonly days: number;
  readonly prints: boolean;
}

function QuoteForm({ inHand, onClose, onSaved, days, prints }: QuoteFormProps) {
  const { t } = useTranslation(['quotes', 'common']);
  const [quoteId] = useState(() => newId<'quote'>());
  const [expiresOn, setExpiresOn] = useState<BusinessDate | undefined>(() =>
    dayBeside(todayHere(), days),
  );
  const [note, setNote] = useState('');
  const [print, setPrint] = useState(prints);
  const save = useSaveQuote(inHand, () => {
    onClose();
    onSaved(quoteId);
  });
  const submit = () => {
    if (expiresOn !== undefined) save.run({ quoteId, expiresOn, note, print });
  };
  useCommands([{ id: 'quote.save', chord: 'Ctrl+Enter', label: 'quotes:save', run: submit }]);
  return (
    <Form label={t('save')} onSubmit={submit}>
      <Sums
        facts={[
          { label: t('customer'), value: inHand.customerName ?? t('nobody') },
          {
            label: t('lines', { count: inHand.cart.lines.length }),
            value: inHand.totalCents === undefined ? '' : <Money amount={inHand.totalCents} />,
            strong: true,
          },
        ]}
      />
      {inHand.cart.customerId === null ? (
        <Note tone="info" title={t('noCustomer')}>
          {t('noCustomerNext')}
        </Note>
      ) : null}
      <DateField
        label={t('expiresOn')}
        value={expiresOn}
        onChange={setExpiresOn}
        least={todayHere()}
        size={44}
        autoFocus
        error={expiresOn === undefined ? t('expiryMissing') : undefined}
      />
      <TextArea
        label={t('note')}
        note={t('common:optional')}
        help={t('noteHelp')}
        value={note}
        onChange={setNote}
        rows={2}
        maxLength={400}
      />
      <RefusalNote refusal={save.refusal} />
      <FailureNote failure={save.failure} />
      <Checkbox label={t('print')} checked={print} onChange={setPrint} />
      <Row>
        <Spacer />
        <Button size={44} hint="Esc" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button kind="primary" size={44} type="submit" hint="Enter" busy={save.pending}>
          {t('save')}
        </Button>
      </Row>
    </Form>
  );
}
