import './tiles.css';
import {
  formatGiftCardCode,
  GIFT_CARD_CODE_BYTES,
  type GiftCardCode,
  giftCardCode,
  readGiftCardCode,
} from '#shared/gift-cards/code.ts';
import type { GiftCardFound } from '#shared/gift-cards/contract.ts';
import type { Id } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import type { CartLine } from '#shared/sales/cart.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../app/answer-notes.tsx';
import { Form } from '../../app/form.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Segmented } from '../../ui/choices/segmented.tsx';
import { MoneyField } from '../../ui/fields/money-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { freshId } from '../fresh-id.ts';
import { useSelling } from '../selling-context.tsx';
import { lineOfCard, withGiftCard } from './money-line.ts';

/** G: a gift card, with a code made here, or one that is there filled again. */
export function GiftCardDialog() {
  const { t } = useTranslation('services');
  const { cart } = useCart();
  const { dialog, closeDialog } = useSelling();
  const asked = dialog?.kind === 'giftCard' ? dialog : undefined;
  const line = cart.lines.find((each) => each.lineId === asked?.lineId);
  return (
    <Dialog
      help="gift-cards"
      open={asked !== undefined}
      title={t('giftCard.title')}
      onClose={closeDialog}
    >
      {asked === undefined ? null : (
        <GiftCardForm line={line} typed={asked.typed} onClose={closeDialog} />
      )}
    </Dialog>
  );
}

interface GiftCardFormProps {
  readonly line: CartLine | undefined;
  /** The code of a card that was scanned. */
  readonly typed: string;
  readonly onClose: () => void;
}

function GiftCardForm({ line, typed, onClose }: GiftCardFormProps) {
  const { t } = useTranslation('services');
  const form = useGiftCardForm({ line, typed, onClose });
  const { kind, asked, amount } = form;
  return (
    <Form label={t('giftCard.title')} onSubmit={form.save}>
      {line === undefined ? (
        <div>
          <Segmented
            label={t('giftCard.title')}
            value={kind}
            choices={[
              { value: 'new', label: t('giftCard.new') },
              { value: 'there', label: t('giftCard.there') },
            ]}
            onChange={form.setKind}
          />
        </div>
      ) : null}
      {kind === 'new' ? (
        <Stack gap={4}>
          <Text size="meta" tone="muted">
            {t('giftCard.code')}
          </Text>
          <span className="gift-card-code">{formatGiftCardCode(form.newCode)}</span>
          <Text size="meta" tone="muted">
            {t('giftCard.codeNext')}
          </Text>
        </Stack>
      ) : (
        <CardThere form={form} fixed={line !== undefined} />
      )}
      <MoneyField
        label={kind === 'new' ? t('giftCard.amount') : t('giftCard.add')}
        value={amount}
        onChange={form.setAmount}
        size={56}
        autoFocus={kind === 'new' || line !== undefined}
        error={asked && !form.amountRight ? t('amountMissing') : undefined}
      />
      <Row apart>
        <span />
        <Button kind="primary" size={44} type="submit" hint="Enter">
          {line === undefined ? t('addToSale') : t('change')}
        </Button>
      </Row>
    </Form>
  );
}

type FormState = ReturnType<typeof useGiftCardForm>;

function useGiftCardForm({ line, typed, onClose }: GiftCardFormProps) {
  const { t } = useTranslation('services');
  const { cart, change } = useCart();
  const { forgetSold } = useSelling();
  const [lineId] = useState(() => line?.lineId ?? freshId('saleLine'));
  const [newCode] = useState(makeCode);
  const [kind, setKind] = useState<'new' | 'there'>(line || typed !== '' ? 'there' : 'new');
  const [code, setCode] = useState(line?.links.giftCardCode ?? typed);
  const [amount, setAmount] = useState<Cents | undefined>(line?.tagPriceCents);
  const [asked, setAsked] = useState(false);
  const found = useCard(kind === 'there' ? code : '');
  const inCart = line === undefined && lineOfCard(cart, readGiftCardCode(code) ?? '') !== undefined;
  const amountRight = amount !== undefined && amount > 0;
  const card = (): CardChoice | undefined => {
    const { giftCardId, giftCardCode: kept } = line?.links ?? {};
    if (giftCardId && kept) return { giftCardId, giftCardCode: kept };
    if (kind === 'new') return { giftCardId: freshId('giftCard'), giftCardCode: newCode };
    return found.card && { giftCardId: found.card.giftCardId, giftCardCode: found.card.code };
  };
  const save = () => {
    setAsked(true);
    const chosen = card();
    if (!chosen || !amountRight || (kind === 'there' && inCart)) return;
    forgetSold();
    const description =
      line?.description ?? t(kind === 'new' ? 'giftCard.line' : 'giftCard.lineMore');
    change((now) => withGiftCard(now, { ...chosen, lineId, description, amountCents: amount }));
    onClose();
  };
  const { card: foundCard, unknown, failure } = found;
  return {
    kind,
    setKind,
    newCode,
    code,
    setCode,
    amount,
    setAmount,
    asked,
    amountRight,
    inCart,
    found: foundCard,
    unknown,
    failure,
    save,
  };
}

interface CardChoice {
  readonly giftCardId: Id<'giftCard'>;
  readonly giftCardCode: string;
}

/** 65 bits from the system's own random source: nobody guesses a card. */
function makeCode(): GiftCardCode {
  return giftCardCode(crypto.getRandomValues(new Uint8Array(GIFT_CARD_CODE_BYTES)));
}

interface CardAnswer {
  readonly card: GiftCardFound | undefined;
  /** What stands in the field is a code, and no card of ours has it. */
  readonly unknown: boolean;
  readonly failure: ReturnType<typeof useStoreQuery>['failure'];
}

function useCard(typed: string): CardAnswer {
  const code = readGiftCardCode(typed);
  const answer = useStoreQuery({
    key: ['credit.giftCard', code],
    tables: ['gift_card', 'gift_card_entry'],
    enabled: code !== undefined,
    read: (store) => store.credit.giftCard({ code: code ?? '' }),
  });
  const known = code === undefined ? undefined : answer.data;
  return { card: known ?? undefined, unknown: known === null, failure: answer.failure };
}

/** The card that is filled again: by its code, with what is on it. */
function CardThere({ form, fixed }: { readonly form: FormState; readonly fixed: boolean }) {
  const { t } = useTranslation('services');
  const format = useFormat();
  const { code, found, unknown, inCart, asked } = form;
  const read = readGiftCardCode(code);
  if (fixed && read !== undefined)
    return <span className="gift-card-code">{formatGiftCardCode(read)}</span>;
  const wrong = () => {
    if (unknown) return t('giftCard.unknown');
    return asked && found === undefined ? t('giftCard.codeMissing') : undefined;
  };
  return (
    <Stack gap={8}>
      <TextField
        label={t('giftCard.code')}
        value={code}
        onChange={form.setCode}
        maxLength={40}
        size={44}
        autoFocus
        error={wrong()}
        help={found && t('giftCard.balance', { amount: format.money(found.balanceCents) })}
      />
      {inCart ? <Note tone="warning">{t('giftCard.inSale')}</Note> : null}
      <FailureNote failure={form.failure} />
    </Stack>
  );
}
