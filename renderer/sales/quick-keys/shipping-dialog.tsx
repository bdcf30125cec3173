import './tiles.css';
import type { Customer } from '#shared/customers/contract.ts';
import type { ServiceTile } from '#shared/sales/tiles/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../app/form.tsx';
import { useCommands } from '../../commands/command-context.tsx';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { SelectField } from '../../ui/choices/select-field.tsx';
import { MoneyField } from '../../ui/fields/money-field.tsx';
import { TextArea, TextField } from '../../ui/fields/text-field.tsx';
import { Row } from '../../ui/layout/layout.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { Progress } from '../../ui/messages/progress.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { withoutLine } from '../lines/line-changes.ts';
import { freshId } from '../fresh-id.ts';
import { useSelling } from '../selling-context.tsx';
import { CARRIERS, type ShipDraft, shipDraft, shipProblems, withShipping } from './ship-draft.ts';

/** Where the sale is sent, how, insured for what, and what the customer pays for it. */
export function ShippingDialog() {
  const { t } = useTranslation('services');
  const { cart } = useCart();
  const { dialog, closeDialog } = useSelling();
  const asked = dialog?.kind === 'shipping' ? dialog : undefined;
  const { customerId } = cart;
  const customer = useStoreQuery({
    key: ['customers.get', customerId],
    tables: ['customer', 'sale', 'sale_void'],
    enabled: asked !== undefined && customerId !== null,
    read: async (store) => (customerId === null ? null : await store.customers.get({ customerId })),
  });
  // A customer who cannot be read is typed like one who is not known.
  const known = customerId === null || customer.failure ? null : customer.data;
  return (
    <Dialog
      help="tiles"
      open={asked !== undefined}
      title={t('shipping.title')}
      width="wide"
      onClose={closeDialog}
    >
      {asked === undefined ? null : known === undefined ? (
        <Progress label={t('shipping.title')} />
      ) : (
        <ShippingForm tile={asked.tile} customer={known} onClose={closeDialog} />
      )}
    </Dialog>
  );
}

interface ShippingFormProps {
  readonly tile: ServiceTile | undefined;
  readonly customer: Customer | null;
  readonly onClose: () => void;
}

function ShippingForm({ tile, customer, onClose }: ShippingFormProps) {
  const { t } = useTranslation('services');
  const form = useShippingForm({ tile, customer, onClose });
  const { draft, set, problems, there } = form;
  useCommands([
    { id: 'ship.save', chord: 'Ctrl+Enter', label: 'services:addToSale', run: form.save },
  ]);
  return (
    <Form label={t('shipping.title')} onSubmit={form.save}>
      <div className="service-columns">
        <TextField
          label={t('shipping.recipient')}
          value={draft.recipient}
          onChange={(recipient) => set({ recipient })}
          maxLength={120}
          size={44}
          autoFocus
          error={problems.has('recipient') ? t('shipping.recipientMissing') : undefined}
        />
        <TextField
          label={t('shipping.phone')}
          note={t('optional')}
          value={draft.phone}
          onChange={(phone) => set({ phone })}
          inputMode="tel"
          maxLength={40}
          size={44}
        />
        <div className="service-wide">
          <TextArea
            label={t('shipping.address')}
            value={draft.address}
            onChange={(address) => set({ address })}
            rows={3}
            maxLength={400}
            error={problems.has('address') ? t('shipping.addressMissing') : undefined}
          />
        </div>
        <Carrier value={draft.carrier} onChange={(carrier) => set({ carrier })} />
        <TextField
          label={t('shipping.tracking')}
          note={t('shipping.later')}
          value={draft.tracking}
          onChange={(tracking) => set({ tracking })}
          maxLength={60}
          size={44}
        />
        <MoneyField
          label={t('shipping.insured')}
          value={draft.insuredCents}
          onChange={(insuredCents) => set({ insuredCents })}
          size={44}
          error={problems.has('insured') ? t('amountMissing') : undefined}
        />
        <MoneyField
          label={t('shipping.charge')}
          value={draft.chargeCents}
          onChange={(chargeCents) => set({ chargeCents })}
          size={44}
          error={problems.has('charge') ? t('amountMissing') : undefined}
        />
        <div className="service-wide">
          <TaxPlace value={draft.taxAreaId} onChange={(taxAreaId) => set({ taxAreaId })} />
        </div>
      </div>
      {problems.has('card') ? <Note tone="danger">{t('shipping.card')}</Note> : null}
      <Row apart wrap>
        {there === undefined ? (
          <span />
        ) : (
          <Button size={44} onClick={form.remove}>
            {t('shipping.remove')}
          </Button>
        )}
        <Button kind="primary" size={44} type="submit" hint="Ctrl+Enter">
          {there === undefined ? t('addToSale') : t('change')}
        </Button>
      </Row>
    </Form>
  );
}

function useShippingForm({ tile, customer, onClose }: ShippingFormProps) {
  const { t } = useTranslation('services');
  const { cart, totals, terms, change } = useCart();
  const { forgetSold } = useSelling();
  const homeAreaId = terms?.ticket.homeAreaId ?? '';
  const [draft, setDraft] = useState(() => shipDraft(cart, { customer, tile, totals, homeAreaId }));
  const [lineId] = useState(() => freshId('saleLine'));
  const [asked, setAsked] = useState(false);
  const problems = shipProblems(draft);
  const there = cart.lines.find((line) => line.kind === 'shipping');
  const save = () => {
    setAsked(true);
    if (problems.size > 0) return;
    forgetSold();
    change((now) => withShipping(now, draft, { lineId, tile, words: t('shipping.line') }) ?? now);
    onClose();
  };
  const remove = () => {
    if (there) change((now) => withoutLine(now, there.lineId));
    onClose();
  };
  return {
    draft,
    set: (part: Partial<ShipDraft>) => setDraft((before) => ({ ...before, ...part })),
    problems: asked ? problems : new Set(),
    there,
    save,
    remove,
  };
}

/** One of those the store names most, or any other in words. */
function Carrier({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (carrier: string) => void;
}) {
  const { t } = useTranslation('services');
  const listed = CARRIERS.find((each) => each === value);
  const [other, setOther] = useState(value !== '' && listed === undefined);
  if (other)
    return (
      <TextField
        label={t('shipping.carrier')}
        value={value}
        onChange={onChange}
        maxLength={40}
        size={44}
      />
    );
  const choose = (next: string) => {
    setOther(next === OTHER);
    onChange(next === OTHER ? '' : next);
  };
  return (
    <SelectField
      label={t('shipping.carrier')}
      value={listed ?? ''}
      choices={[
        { value: '', label: t('shipping.carrierLater') },
        ...CARRIERS.map((each) => ({ value: each, label: each })),
        { value: OTHER, label: t('shipping.carrierOther') },
      ]}
      onChange={choose}
      size={44}
    />
  );
}

const OTHER = 'other';

interface TaxPlaceProps {
  readonly value: ShipDraft['taxAreaId'];
  readonly onChange: (taxAreaId: ShipDraft['taxAreaId']) => void;
}

/** Whose tax it is: that of where it goes. */
function TaxPlace({ value, onChange }: TaxPlaceProps) {
  const { t } = useTranslation('services');
  const { terms } = useCart();
  const areas = (terms?.ticket.areas ?? []).map(({ area }) => area);
  const words = ({ name, state }: (typeof areas)[number]) =>
    [name, state].filter(Boolean).join(', ');
  return (
    <SelectField
      label={t('shipping.taxArea')}
      help={t('shipping.taxAreaHelp')}
      value={value}
      choices={areas.map((area) => ({ value: area.taxAreaId, label: words(area) }))}
      onChange={onChange}
      size={44}
    />
  );
}
