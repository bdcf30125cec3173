import './sell.css';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { SellActs } from '../../app/frame-slots.tsx';
import { Side } from '../../app/slots.tsx';
import { useCommands } from '../../commands/command-context.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { ScreenHead } from '../../ui/layout/card.tsx';
import { EmptyState } from '../../ui/messages/empty-state.tsx';
import { useCart, useOptionalCart } from '../cart/cart-context.tsx';
import { CartPanel } from '../cart/cart-panel.tsx';
import { SaleRefusal } from '../pay/sale-refusal.tsx';
import { useSelling } from '../selling-context.tsx';
import { ReturnAct } from '../returns/return-act.tsx';
import { TilesGrid } from '../quick-keys/tiles-grid.tsx';
import { LastPiece } from './last-piece.tsx';
import { OpenDrawer } from './open-drawer.tsx';
import { ParkedCarts } from './parked-carts.tsx';
import { RecentSales } from './recent-sales.tsx';
import { usePark } from './use-park.ts';
import { useTenderInFull } from './use-tender-in-full.ts';

/** The home of the counter: what was scanned, what is parked, what was sold, and the cart beside it. */
export function SellScreen() {
  const { t } = useTranslation('sell');
  const maySell = useOptionalCart() !== undefined;
  return maySell ? <Selling /> : <EmptyState icon="lock" title={t('mayNotSell')} />;
}

function Selling() {
  const { t } = useTranslation('sell');
  const { terms, undo, canUndo } = useCart();
  const { openDialog, notice, paying } = useSelling();
  const park = usePark();
  const findItem = () =>
    openDialog({ kind: 'item', searched: notice?.kind === 'missing' ? notice.code : '' });
  useTenderInFull();
  useCommands([
    { id: 'sell.item', chord: 'F3', label: 'sell:keys.item', run: findItem },
    {
      id: 'sell.customer',
      chord: 'F4',
      label: 'sell:keys.customer',
      run: () => openDialog({ kind: 'customer' }),
    },
    {
      id: 'sell.park',
      chord: 'F8',
      label: park.hasLines ? 'sell:keys.park' : 'sell:keys.recall',
      run: park.run,
    },
    {
      id: 'sell.return',
      chord: 'F5',
      label: 'returns:keys.open',
      run: () => openDialog({ kind: 'return', saleId: null, positions: [], searched: '' }),
    },
    { id: 'sell.undo', chord: 'Ctrl+Z', label: 'sell:keys.undo', when: () => canUndo, run: undo },
  ]);
  return (
    <>
      <ScreenHead title={t('title')} detail={terms?.nextNumber}>
        <Button hint="F3" onClick={findItem}>
          {t('otherItem')}
        </Button>
        <Button hint="F8" onClick={park.run}>
          {park.hasLines ? t('park') : t('recall')}
        </Button>
        <ReturnAct />
        <SellActs />
      </ScreenHead>
      <RefusalNote refusal={park.refusal} />
      <FailureNote failure={park.failure} />
      {/* F10 is pressed here and not in the sheet, so its refusal is said here. */}
      {paying ? null : <SaleRefusal />}
      <OpenDrawer />
      <LastPiece />
      <TilesGrid />
      <div className="sell-lists">
        <ParkedCarts />
        <RecentSales />
      </div>
      <Side>
        <CartPanel />
      </Side>
    </>
  );
}
