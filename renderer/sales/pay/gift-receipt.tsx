import type { CartLine } from '#shared/sales/cart.ts';
import type { SaleId } from '#shared/ids.ts';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { Form } from '../../app/form.tsx';
import { useCommand } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Checkbox } from '../../ui/choices/checkbox.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';
import type { JustSold } from '../selling-context.tsx';

/** A line that may be a present, with its place on the receipt, from 1. */
interface GiftLine {
  readonly position: number;
  readonly line: CartLine;
}

/** The receipt without prices: of a single present at once, of several with the question which. */
export function GiftReceiptAct({ sold }: { readonly sold: JustSold }) {
  const { t } = useTranslation('pay');
  const gifts = giftLines(sold);
  const [choosing, setChoosing] = useState(false);
  const { print, command } = usePrintGift(sold.saleId, () => setChoosing(false));
  if (gifts.length === 0) return null;
  const ask = () => (gifts.length === 1 ? void print(positionsOf(gifts)) : setChoosing(true));
  return (
    <>
      <Button size={44} wide icon="gift" busy={command.pending} onClick={ask}>
        {t('giftReceipt.button')}
      </Button>
      {choosing ? null : <RefusalNote refusal={command.refusal} />}
      {choosing ? null : <FailureNote failure={command.failure} />}
      <Dialog
        help="receipts"
        open={choosing}
        title={t('giftReceipt.title')}
        width="narrow"
        onClose={() => setChoosing(false)}
      >
        <GiftChoice gifts={gifts} onPrint={(positions) => void print(positions)}>
          <RefusalNote refusal={command.refusal} />
          <FailureNote failure={command.failure} />
        </GiftChoice>
      </Dialog>
    </>
  );
}

function usePrintGift(saleId: SaleId, onQueued: () => void) {
  const { t } = useTranslation('pay');
  const { show } = useToasts();
  const command = useCommand((store, positions: readonly number[], commandId) =>
    store.printing.print({
      commandId,
      kind: 'giftReceipt',
      subjectId: saleId,
      options: { positions: [...positions] },
    }),
  );
  const print = async (positions: readonly number[]) => {
    const answer = await command.run(positions);
    if (answer?.ok !== true) return;
    onQueued();
    show({ text: t('giftReceipt.queued') });
  };
  return { print, command };
}

interface GiftChoiceProps {
  readonly gifts: readonly GiftLine[];
  readonly onPrint: (positions: readonly number[]) => void;
  readonly children: ReactNode;
}

function GiftChoice({ gifts, onPrint, children }: GiftChoiceProps) {
  const { t } = useTranslation('pay');
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const chosen = gifts.filter(({ position }) => !left.has(position));
  const toggle = (position: number, wanted: boolean) =>
    setLeft((before) => {
      const next = new Set(before);
      if (wanted) next.delete(position);
      else next.add(position);
      return next;
    });
  return (
    <Form
      label={t('giftReceipt.title')}
      onSubmit={() => chosen.length > 0 && onPrint(positionsOf(chosen))}
    >
      <Text tone="muted">{t('giftReceipt.which')}</Text>
      <Stack gap={8}>
        {gifts.map(({ position, line }) => (
          <Checkbox
            key={position}
            label={line.description}
            detail={line.stockNumber}
            checked={!left.has(position)}
            onChange={(wanted) => toggle(position, wanted)}
          />
        ))}
      </Stack>
      {children}
      <Row apart>
        <span />
        <Button
          kind="primary"
          size={44}
          type="submit"
          hint="Enter"
          disabled={chosen.length === 0}
          autoFocus
        >
          {t('giftReceipt.print')}
        </Button>
      </Row>
    </Form>
  );
}

/** What can be a present: goods and what is done to them. */
const GIVEN: ReadonlySet<CartLine['kind']> = new Set(['item', 'service', 'care_plan']);

function giftLines({ cart }: JustSold): readonly GiftLine[] {
  return cart.lines
    .map((line, index) => ({ position: index + 1, line }))
    .filter(({ line }) => GIVEN.has(line.kind) && line.quantityThousandths > 0);
}

function positionsOf(gifts: readonly GiftLine[]): readonly number[] {
  return gifts.map(({ position }) => position);
}
