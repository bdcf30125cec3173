import type { Cents } from '#shared/money.ts';
import type { CartLine } from '#shared/sales/cart.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../app/answer-notes.tsx';
import { Form } from '../../app/form.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { MoneyField } from '../../ui/fields/money-field.tsx';
import { Money } from '../../ui/figures/money.tsx';
import { Sums } from '../../ui/layout/facts.tsx';
import { Row } from '../../ui/layout/layout.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { Progress } from '../../ui/messages/progress.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { freshId } from '../fresh-id.ts';
import { useSelling } from '../selling-context.tsx';
import { withAccountPayment } from './money-line.ts';

/** A: money on what a customer owes. It needs the customer first. */
export function AccountPaymentDialog() {
  const { t } = useTranslation('services');
  const { cart } = useCart();
  const { dialog, closeDialog, openDialog } = useSelling();
  const asked = dialog?.kind === 'accountPayment' ? dialog : undefined;
  const wanted = asked?.lineId ?? null;
  const line = cart.lines.find((each) =>
    wanted === null ? each.kind === 'account_payment' : each.lineId === wanted,
  );
  const { customerId } = cart;
  return (
    <Dialog
      help="accounts"
      open={asked !== undefined}
      title={t('account.title')}
      onClose={closeDialog}
    >
      {asked === undefined ? null : customerId === null ? (
        <Note
          tone="warning"
          title={t('account.whose')}
          action={
            <Button autoFocus onClick={() => openDialog({ kind: 'customer' })}>
              {t('account.choose')}
            </Button>
          }
        >
          {t('account.whoseNext')}
        </Note>
      ) : (
        <Account customerId={customerId} line={line} onClose={closeDialog} />
      )}
    </Dialog>
  );
}

interface AccountProps {
  readonly customerId: NonNullable<ReturnType<typeof useCart>['cart']['customerId']>;
  /** The payment that is in the cart already. */
  readonly line: CartLine | undefined;
  readonly onClose: () => void;
}

function Account({ customerId, line, onClose }: AccountProps) {
  const { t } = useTranslation('services');
  const answer = useStoreQuery({
    key: ['accounts.get', customerId],
    tables: ['house_account', 'house_account_entry'],
    read: (store) => store.accounts.get({ customerId }),
  });
  if (answer.failure) return <FailureNote failure={answer.failure} />;
  if (answer.data === undefined) return <Progress label={t('account.title')} />;
  if (answer.data === null)
    return (
      <Note tone="info" title={t('account.none')}>
        {t('account.noneNext')}
      </Note>
    );
  return <PaymentForm owedCents={answer.data.balanceCents} line={line} onClose={onClose} />;
}

function PaymentForm({
  owedCents,
  line,
  onClose,
}: Pick<AccountProps, 'line' | 'onClose'> & { readonly owedCents: Cents }) {
  const { t } = useTranslation('services');
  const format = useFormat();
  const { change } = useCart();
  const { forgetSold } = useSelling();
  const [lineId] = useState(() => line?.lineId ?? freshId('saleLine'));
  // Until somebody types, all that is owed: also when that changes while the form is open.
  const [typed, setTyped] = useState<{ readonly amount: Cents | undefined }>();
  const proposed = line?.tagPriceCents ?? (owedCents > 0 ? owedCents : undefined);
  const amount = typed ? typed.amount : proposed;
  const [asked, setAsked] = useState(false);
  const right = amount !== undefined && amount > 0;
  const save = () => {
    setAsked(true);
    if (!right) return;
    forgetSold();
    change((now) =>
      withAccountPayment(now, { lineId, description: t('account.line'), amountCents: amount }),
    );
    onClose();
  };
  return (
    <Form label={t('account.title')} onSubmit={save}>
      <Sums facts={[{ label: t('account.owed'), value: <Money amount={owedCents} /> }]} />
      <MoneyField
        label={t('account.amount')}
        value={amount}
        onChange={(next) => setTyped({ amount: next })}
        size={56}
        autoFocus
        error={asked && !right ? t('amountMissing') : undefined}
        help={
          right && amount > owedCents
            ? t('account.over', { amount: format.money((amount - owedCents) as Cents) })
            : undefined
        }
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
