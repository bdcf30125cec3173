import { containsCardNumber } from '#shared/card-number.ts';
import type { Cents } from '#shared/money.ts';
import type { TenderKind } from '#shared/sales/tenders.ts';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MoneyField } from '../../ui/fields/money-field.tsx';
import { createTenderKeys } from './tender-keys.ts';

export interface AmountFieldProps {
  readonly label: string;
  /** Words at the left edge inside the field; left out: the sign of the dollar. */
  readonly lead?: string | undefined;
  readonly value: Cents | undefined;
  readonly cardNumber: boolean;
  /** It was taken although it is no amount: say so at once. */
  readonly refused: boolean;
  readonly autoFocus: boolean;
  readonly onChange: (amountCents: Cents | undefined, unreadable: boolean) => void;
  /** A card number was typed or swiped into the field. It is gone from it already. */
  readonly onCardNumber: () => void;
  readonly onTender: (kind: TenderKind) => void;
  readonly onEnter: () => void;
  /** Del in the empty field: the newest payment is taken out. */
  readonly onRemove: () => void;
}

/** The amount handed over or charged. Letters choose the tender, and a card number never stays in sight. */
export function AmountField(props: AmountFieldProps) {
  const { t } = useTranslation('pay');
  const [cleared, setCleared] = useState(0);
  const choose = useRef(props.onTender);
  choose.current = props.onTender;
  const [keys] = useState(() =>
    createTenderKeys(
      (kind) => choose.current(kind),
      (act, ms) => {
        const timer = setTimeout(act, ms);
        return () => clearTimeout(timer);
      },
    ),
  );
  useEffect(() => () => keys.stop(), [keys]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Shift') return;
    if (event.key === 'Delete' && isEmpty(event.target)) props.onRemove();
    if (event.key.length > 1) return keys.flush();
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (keys.press(event.key, event.timeStamp)) event.preventDefault();
  };
  const onInput = (event: FormEvent) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    if (!containsCardNumber(event.target.value)) return;
    event.stopPropagation();
    setCleared((times) => times + 1);
    props.onCardNumber();
  };
  return (
    <div className="pay-amount" onKeyDownCapture={onKeyDown} onChangeCapture={onInput}>
      <MoneyField
        key={cleared}
        label={props.label}
        {...(props.lead !== undefined && { lead: props.lead })}
        size={56}
        value={props.value}
        onChange={props.onChange}
        onEnter={props.onEnter}
        strict={props.refused}
        error={props.cardNumber ? t('cardNumberInAmount') : undefined}
        autoFocus={props.autoFocus}
      />
    </div>
  );
}

function isEmpty(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.value === '';
}
