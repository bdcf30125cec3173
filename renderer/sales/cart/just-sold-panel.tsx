import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/command-context.tsx';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { Chip } from '../../ui/messages/chip.tsx';
import { GiftReceiptAct } from '../pay/gift-receipt.tsx';
import { SoldMoney } from '../pay/sold-money.tsx';
import { PaperActs } from '../receipt/paper-acts.tsx';
import { type JustSold, useSelling } from '../selling-context.tsx';

/** Stays until the next scan or key: the change is what the cashier reads now. */
export function JustSoldPanel({ sold }: { readonly sold: JustSold }) {
  const { t } = useTranslation('sell');
  const format = useFormat();
  const { t: corrections } = useTranslation('corrections');
  const { showReceipt, forgetSold, openDialog } = useSelling();
  useCommands([{ id: 'sold.next', chord: 'Esc', label: 'sell:sold.next', run: forgetSold }]);
  return (
    <div className="cart">
      <div className="cart-sold" role="status">
        <Chip tone="success" icon="check">
          {t('sold.done')}
        </Chip>
        <Text as="h2" size="title">
          {t('sold.number', { number: sold.number })}
        </Text>
        <Text tone="muted">
          {t('sold.lines', { count: sold.cart.lines.length, total: format.money(sold.totalCents) })}
        </Text>
        <SoldMoney sold={sold} />
        <Button size={44} wide icon="receipt" onClick={() => showReceipt(sold.saleId)}>
          {t('sold.receipt')}
        </Button>
        <GiftReceiptAct sold={sold} />
        {sold.cart.customerId === null ? (
          <Button
            size={44}
            wide
            icon="customer"
            onClick={() => openDialog({ kind: 'correct', saleId: sold.saleId, part: 'customer' })}
          >
            {corrections('attach')}
          </Button>
        ) : null}
        <PaperActs saleId={sold.saleId} printLabel={t('sold.print')} />
      </div>
      <div className="cart-foot">
        <Button size={56} wide hint="Esc" onClick={forgetSold}>
          {t('sold.next')}
        </Button>
      </div>
    </div>
  );
}
