import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/command-context.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { useTalkWords } from '../price/use-talk-words.ts';
import { useSelling } from '../selling-context.tsx';

/** D: a price for the whole ticket. Once there is one, what was agreed stands here. */
export function TicketPriceRow() {
  const { t } = useTranslation('sell');
  const { cart, terms } = useCart();
  const { openDialog } = useSelling();
  const words = useTalkWords();
  const offered = terms !== undefined && cart.lines.length > 0;
  const open = () => openDialog({ kind: 'ticketPrice' });
  useCommands([
    {
      id: 'sell.ticketPrice',
      chord: 'D',
      label: 'sell:keys.ticketPrice',
      when: () => offered,
      run: open,
    },
  ]);
  if (!offered) return null;
  return (
    <div className="cart-ticket-price">
      <Text size="second">{cart.ticket === null ? '' : words(cart.ticket)}</Text>
      <Button kind="quiet" hint="D" onClick={open}>
        {t('ticketPrice')}
      </Button>
    </div>
  );
}
