import { containsCardNumber } from '#shared/card-number.ts';
import type { Id } from '#shared/ids.ts';
import { addLine, setCustomer } from '#shared/sales/cart.ts';
import { RETURN_DISPOSITIONS } from '#shared/sales/line-kinds.ts';
import { blindCents, type BlindGoods, blindLine } from '#shared/sales/returns/return-lines.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../app/answer-notes.tsx';
import { useGo } from '../../app/navigation.ts';
import { OverrideDialog, type OverrideRequest } from '../../app/override/override-dialog.tsx';
import { useMay } from '../../app/session/session.ts';
import { useCommands } from '../../commands/command-context.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useScan } from '../../scanner/scan-context.tsx';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Segmented } from '../../ui/choices/segmented.tsx';
import { SelectField } from '../../ui/choices/select-field.tsx';
import { MoneyField } from '../../ui/fields/money-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { freshId } from '../fresh-id.ts';
import { useSelling } from '../selling-context.tsx';
import { type BlindDraft, blindDraft, blindGoods, blindMissing, ID_KINDS } from './blind-draft.ts';
import { CustomerField } from './customer-field.tsx';

export interface BlindFormProps {
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** The last resort: goods without their receipt. A customer, an ID and a manager stand for them. */
export function BlindForm({ onBack, onDone }: BlindFormProps) {
  const { t } = useTranslation('returns');
  const form = useBlindForm(onDone);
  const { draft, change, missing } = form;
  const said = (what: keyof typeof missing) =>
    missing[what] ? t(`blind.missing.${what}`) : undefined;
  useCommands([
    { id: 'return.put', chord: 'Ctrl+Enter', label: 'returns:keys.put', run: form.ask },
  ]);
  return (
    <Stack gap={16}>
      <Note tone="info" title={t('blind.title')}>
        {t('blind.next')}
      </Note>
      <FailureNote failure={form.failure} />
      <div className="return-blind">
        <TextField
          label={t('blind.stockNumber')}
          note={t('blind.ifKnown')}
          icon="search"
          size={44}
          value={draft.stockNumber}
          onChange={(stockNumber) => change({ stockNumber })}
          maxLength={40}
          autoFocus
          help={form.pieceWords}
          error={said('piece')}
        />
        <TextField
          label={t('blind.description')}
          size={44}
          value={draft.piece?.description ?? draft.description}
          onChange={(description) => change({ description })}
          maxLength={200}
          disabled={draft.piece !== undefined}
          error={said('description')}
        />
        <MoneyField
          label={t('blind.price')}
          size={44}
          value={draft.priceCents}
          onChange={(priceCents) => change({ priceCents })}
          error={said('price')}
        />
        <CustomerField
          label={t('blind.customer')}
          customer={form.customer ?? undefined}
          onCustomer={form.setCustomer}
          error={said('customer')}
        />
        <SelectField
          label={t('blind.idKind')}
          size={44}
          value={draft.idKind}
          placeholder={t('blind.choose')}
          choices={ID_KINDS.map((value) => ({ value, label: t(`blind.ids.${value}`) }))}
          onChange={(idKind) => change({ idKind })}
          error={said('idKind')}
        />
        <TextField
          label={t('blind.idEnd')}
          help={t('blind.idEndHelp')}
          size={44}
          value={draft.idEnd}
          onChange={(idEnd) => change({ idEnd: containsCardNumber(idEnd) ? '' : idEnd })}
          maxLength={6}
          error={said('idEnd')}
        />
      </div>
      {draft.piece === undefined ? null : (
        <div>
          <Segmented
            label={t('line.goesTo', { name: draft.piece.description })}
            value={draft.disposition}
            choices={RETURN_DISPOSITIONS.map((value) => ({
              value,
              label: t(value === 'stock' ? 'line.toStock' : 'line.toInspection'),
            }))}
            onChange={(disposition) => change({ disposition })}
          />
        </div>
      )}
      <Row apart wrap>
        <Button size={44} onClick={onBack}>
          {t('blind.back')}
        </Button>
        <Button kind="primary" size={44} hint="Ctrl+Enter" onClick={form.ask}>
          {t('desk.put')}
        </Button>
      </Row>
      <OverrideDialog
        request={form.request}
        onAllowed={form.put}
        onClose={() => form.setRequest(undefined)}
      />
    </Stack>
  );
}

function useBlindForm(onDone: () => void) {
  const { t } = useTranslation('returns');
  const format = useFormat();
  const { cart, customer, change: changeCart } = useCart();
  const { forgetSold } = useSelling();
  const go = useGo();
  const mayAlone = useMay('sales.blindReturn');
  const [typed, setTyped] = useState<BlindDraft>(blindDraft);
  const [asked, setAsked] = useState(false);
  const [lineId] = useState(() => freshId('saleLine'));
  const [request, setRequest] = useState<OverrideRequest>();
  const change = (part: Partial<BlindDraft>) => setTyped((now) => ({ ...now, ...part }));
  useScan(({ code }) => change({ stockNumber: code }));
  const code = typed.stockNumber.trim();
  const found = useStoreQuery({
    key: ['stock.findByCode', code],
    tables: ['piece', 'piece_state'],
    enabled: code !== '',
    read: (store) => store.stock.findByCode({ code }),
  });
  const pieces = code === '' ? [] : (found.data ?? []);
  const piece = pieces.find((each) => each.kind === 'counted' || each.status === 'sold');
  const draft: BlindDraft = {
    ...typed,
    piece,
    priceCents: typed.priceCents ?? piece?.tagPriceCents,
  };
  const missing = blindMissing(draft, cart.customerId, pieces.length > 0);
  const goods = blindGoods(draft, (kind, end) =>
    t('blind.idWords', { kind: t(`blind.ids.${kind}`), end }),
  );
  const put = (overrideId: Id<'override'> | null) => {
    setRequest(undefined);
    if (!goods) return;
    forgetSold();
    changeCart((now) => addLine(now, blindLine(goods, lineId, overrideId)));
    go('/sell');
    onDone();
  };
  const ask = () => {
    setAsked(true);
    if (Object.values(missing).some(Boolean) || !goods) return;
    if (mayAlone) put(null);
    else setRequest(requestFor(goods));
  };
  const requestFor = (back: BlindGoods): OverrideRequest => ({
    permission: 'sales.blindReturn',
    subjectId: lineId,
    amountCents: blindCents(back),
    what: t('blind.what', {
      description: back.piece?.description ?? back.description,
      amount: format.money(blindCents(back)),
      id: back.blindId,
    }),
  });
  return {
    draft,
    change,
    customer,
    setCustomer: (
      chosen: { readonly customerId: NonNullable<typeof cart.customerId> } | undefined,
    ) => changeCart((now) => setCustomer(now, chosen?.customerId ?? null)),
    missing: asked ? missing : NOTHING_MISSING,
    pieceWords: piece ? t('blind.known', { description: piece.description }) : undefined,
    failure: found.failure,
    request,
    setRequest,
    ask,
    put,
  };
}

const NOTHING_MISSING: ReturnType<typeof blindMissing> = {
  piece: false,
  description: false,
  price: false,
  customer: false,
  idKind: false,
  idEnd: false,
};
