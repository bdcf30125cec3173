import './item.css';
import { containsCardNumber } from '#shared/card-number.ts';
import type { Cents } from '#shared/money.ts';
import { addTypedItem } from '#shared/sales/cart.ts';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../app/answer-notes.tsx';
import { focusRow } from '../../app/list-filter.tsx';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Checkbox } from '../../ui/choices/checkbox.tsx';
import { MoneyField } from '../../ui/fields/money-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Money } from '../../ui/figures/money.tsx';
import { SectionTitle } from '../../ui/layout/card.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { List } from '../../ui/lists/list.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { usePutIntoCart } from '../find/scan-anywhere.tsx';
import { freshId } from '../fresh-id.ts';
import { useSelling } from '../selling-context.tsx';
import { useCart } from './cart-context.tsx';

/** F3: find a piece by words, or sell an item that has no tag. */
export function ItemDialog() {
  const { t } = useTranslation('sell');
  const { dialog, closeDialog } = useSelling();
  const open = dialog?.kind === 'item';
  const untagged = open && dialog.untagged === true;
  return (
    <Dialog
      help="sell"
      open={open}
      title={untagged ? t('item.typed') : t('item.title')}
      width="wide"
      onClose={closeDialog}
    >
      {!open ? null : untagged ? (
        <TypedItem proposed="" first onClose={closeDialog} />
      ) : (
        <Stack gap={24}>
          <StockSearch searched={dialog.searched} />
          <TypedItem proposed={dialog.searched} first={false} onClose={closeDialog} />
        </Stack>
      )}
    </Dialog>
  );
}

function StockSearch({ searched }: { readonly searched: string }) {
  const { t } = useTranslation('sell');
  const put = usePutIntoCart();
  const { closeDialog } = useSelling();
  const [text, setText] = useState(searched);
  const list = useRef<HTMLDivElement>(null);
  const found = useStoreQuery({
    key: ['stock.search', text],
    tables: ['piece', 'piece_state'],
    keepLast: true,
    read: async (store) => ({
      text,
      ...(await store.stock.search({ text, status: 'in_stock', limit: 20 })),
    }),
  });
  const pieces = found.data?.rows ?? [];
  const take = (piece: (typeof pieces)[number]) => {
    put(piece);
    closeDialog();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [only] = pieces;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      focusRow(list.current);
    } else if (event.key === 'Enter' && only && pieces.length === 1 && found.data?.text === text)
      take(only);
  };
  const rows = pieces.map((piece) => ({
    key: piece.pieceId,
    onOpen: () => take(piece),
    content: (
      <Row apart gap={16}>
        <Stack gap={0} grow>
          <Text strong clip>
            {piece.description}
          </Text>
          <Text size="meta" tone="muted" clip>
            {[piece.stockNumber, piece.category].filter(Boolean).join(' · ')}
          </Text>
        </Stack>
        <Money amount={piece.tagPriceCents} />
      </Row>
    ),
  }));
  return (
    <Stack gap={8}>
      <TextField
        label={t('item.search')}
        icon="search"
        size={44}
        value={text}
        onChange={setText}
        onKeyDown={onKeyDown}
        autoFocus
        maxLength={120}
      />
      <FailureNote failure={found.failure} />
      <div ref={list} className="item-found">
        {rows.length > 0 ? <List label={t('item.found')} rows={rows} rowHeight={48} /> : null}
        {rows.length === 0 && found.data ? (
          <div className="item-none">
            <Text tone="muted">{t('item.none')}</Text>
          </div>
        ) : null}
      </div>
    </Stack>
  );
}

interface TypedItemProps {
  readonly proposed: string;
  /** It was asked for by its tile: its description has the focus, and the dialog bears its name. */
  readonly first: boolean;
  readonly onClose: () => void;
}

function TypedItem({ proposed, first, onClose }: TypedItemProps) {
  const { t } = useTranslation('sell');
  const { change } = useCart();
  const { forgetSold } = useSelling();
  const [description, setDescription] = useState(proposed);
  const [price, setPrice] = useState<Cents>();
  const [taxed, setTaxed] = useState(true);
  const [asked, setAsked] = useState(false);
  const isCard = containsCardNumber(description);
  const add = () => {
    setAsked(true);
    if (description.trim() === '' || isCard || price === undefined) return;
    const lineId = freshId('saleLine');
    forgetSold();
    change((cart) =>
      addTypedItem(cart, { lineId, description: description.trim(), priceCents: price, taxed }),
    );
    onClose();
  };
  const missing = asked && description.trim() === '' ? t('item.descriptionMissing') : undefined;
  return (
    <Stack gap={8}>
      {first ? null : <SectionTitle>{t('item.typed')}</SectionTitle>}
      <div className="item-typed">
        <TextField
          label={t('item.description')}
          value={description}
          onChange={setDescription}
          maxLength={200}
          size={44}
          autoFocus={first}
          error={isCard ? t('cardNumber') : missing}
          onKeyDown={(event) => event.key === 'Enter' && add()}
        />
        <MoneyField
          label={t('item.price')}
          value={price}
          onChange={setPrice}
          size={44}
          onEnter={add}
          error={asked && price === undefined ? t('item.priceMissing') : undefined}
        />
      </div>
      <Row apart>
        <Checkbox label={t('item.taxed')} checked={taxed} onChange={setTaxed} />
        <Button kind="primary" size={44} hint="Enter" onClick={add}>
          {t('item.add')}
        </Button>
      </Row>
    </Stack>
  );
}
