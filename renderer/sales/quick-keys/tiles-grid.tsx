import './tiles.css';
import type { ServiceTile } from '#shared/sales/tiles/contract.ts';
import { formatRate } from '#shared/money.ts';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/command-context.tsx';
import { useFormat } from '../../i18n/format.ts';
import { Tile } from '../../ui/actions/tile.tsx';
import { SectionTitle } from '../../ui/layout/card.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { useSelling } from '../selling-context.tsx';
import { isInCart } from './tile-line.ts';
import { usePressTile } from './use-press-tile.ts';
import { useTiles } from './use-tiles.ts';

/** As many tiles as have a digit of their own; the others are there for the mouse and the finger. */
const DIGITS = 9;

/** What is sold without a tag: one click, or its key, is a line. A tile never moves by itself. */
export function TilesGrid() {
  const { t } = useTranslation('services');
  const tiles = useTiles().data ?? [];
  const press = usePressTile();
  useCommands(
    tiles.slice(0, DIGITS).map((tile, index) => ({
      id: `tile.${index + 1}`,
      // Ctrl keeps a stray digit of a scan from selling a battery.
      chord: `Ctrl+${index + 1}`,
      // A name is no text key: it shows itself.
      label: tile.name,
      quiet: true,
      run: () => press(tile),
    })),
  );
  return (
    <section className="tiles" aria-label={t('title')}>
      <SectionTitle hint={t('keysHint')}>{t('title')}</SectionTitle>
      <div className="tiles-grid">
        {tiles.map((tile, index) => (
          <ServiceKey
            key={tile.serviceTileId}
            tile={tile}
            hint={index < DIGITS ? String(index + 1) : undefined}
            onPress={() => press(tile)}
          />
        ))}
        <MoneyKeys />
      </div>
    </section>
  );
}

interface ServiceKeyProps {
  readonly tile: ServiceTile;
  readonly hint: string | undefined;
  readonly onPress: () => void;
}

function ServiceKey({ tile, hint, onPress }: ServiceKeyProps) {
  const { t } = useTranslation('services');
  const format = useFormat();
  const { cart } = useCart();
  const chosen = isInCart(cart, tile);
  const price = () => {
    if (chosen) return t('inSale');
    if (tile.kind === 'care_plan' && tile.pricePpm > 0)
      return t('ofPiece', { rate: formatRate(tile.pricePpm) });
    return tile.priceCents === 0 ? t('noCharge') : format.money(tile.priceCents);
  };
  return (
    <Tile
      title={tile.name}
      detail={price()}
      chosen={chosen}
      onClick={onPress}
      {...(hint !== undefined && { hint })}
    />
  );
}

/** What is not sold but kept for later, paid off, or typed: each asks first. */
function MoneyKeys() {
  const { t } = useTranslation('services');
  const { cart } = useCart();
  const { openDialog } = useSelling();
  const has = (kind: 'gift_card' | 'account_payment') =>
    cart.lines.some((line) => line.kind === kind);
  const giftCard = () => openDialog({ kind: 'giftCard', lineId: null, typed: '' });
  const account = () => openDialog({ kind: 'accountPayment', lineId: null });
  const other = () => openDialog({ kind: 'item', searched: '', untagged: true });
  useCommands([
    {
      id: 'tile.giftCard',
      chord: 'G',
      label: 'services:giftCard.tile',
      quiet: true,
      run: giftCard,
    },
    { id: 'tile.account', chord: 'A', label: 'services:account.tile', quiet: true, run: account },
    { id: 'tile.other', chord: 'Ctrl+0', label: 'services:other', quiet: true, run: other },
  ]);
  return (
    <>
      <Tile
        title={t('giftCard.tile')}
        detail={has('gift_card') ? t('inSale') : t('anyAmount')}
        chosen={has('gift_card')}
        hint="G"
        onClick={giftCard}
      />
      <Tile
        title={t('account.tile')}
        detail={has('account_payment') ? t('inSale') : t('anyAmount')}
        chosen={has('account_payment')}
        hint="A"
        onClick={account}
      />
      <Tile title={t('other')} detail={t('typePrice')} hint="0" onClick={other} />
    </>
  );
}
