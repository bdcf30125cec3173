import { TENDER_KINDS, type TenderKind } from '#shared/sales/tenders.ts';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/command-context.tsx';
import { useFormat } from '../../i18n/format.ts';
import { ChoiceTile } from '../../ui/actions/tile.tsx';
import { SectionTitle } from '../../ui/layout/card.tsx';
import { Stack } from '../../ui/layout/layout.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';
import { canChoose, chooseTender } from './choose-tender.ts';
import { holdingOf } from './purse.ts';
import { TENDER_VIEWS } from './tender-view.ts';
import type { TillState } from './use-till.ts';

/** A lessor is chosen where the lenders are: one tile for both, and a key for each. */
const TILES = TENDER_KINDS.filter((kind) => kind !== 'lease');

/** Every tender with its key; the letter alone outside of words, with Alt from inside them. */
export function TenderTiles({ state }: { readonly state: TillState }) {
  const { t } = useTranslation('pay');
  const { till, purse } = state;
  const detailOf = useTileDetail(state);
  useTenderCommands(state);
  const isOf = (tile: TenderKind) =>
    till.next.kind === tile || (tile === 'finance' && till.next.kind === 'lease');
  return (
    <Stack gap={8}>
      <SectionTitle hint={t('splitHint')}>{t('with')}</SectionTitle>
      <div className="pay-tiles" data-tenders>
        {TILES.map((kind) => (
          <ChoiceTile
            key={kind}
            icon={TENDER_VIEWS[kind].icon}
            title={kind === 'finance' ? t('financeOrLease') : t(`tender.${kind}`)}
            detail={detailOf(kind)}
            hint={TENDER_VIEWS[kind].letter}
            chosen={isOf(kind)}
            disabled={!canChoose(openedBy(kind, purse), purse)}
            onClick={() => chooseTender(state, openedBy(kind, purse))}
          />
        ))}
      </div>
    </Stack>
  );
}

/** A store with lessors only opens the tile on a lease. */
function openedBy(tile: TenderKind, purse: TillState['purse']): TenderKind {
  return tile === 'finance' && !canChoose('finance', purse) ? 'lease' : tile;
}

/**
 * A tender by its key. One that cannot be chosen says why: a key that does nothing leaves the tender before it, and the
 * next F9 takes that.
 */
export function useChooseTender(state: TillState): (kind: TenderKind) => void {
  const { t } = useTranslation('pay');
  const { show } = useToasts();
  const detailOf = useTileDetail(state);
  return (kind) => {
    if (canChoose(kind, state.purse)) return chooseTender(state, kind);
    show({
      text: t('cannotChoose', { tender: t(`tender.${kind}`), why: detailOf(kind) }),
      tone: 'warning',
      seconds: 4,
    });
  };
}

function useTenderCommands(state: TillState): void {
  const choose = useChooseTender(state);
  useCommands(
    TENDER_KINDS.flatMap((kind) => {
      const { letter } = TENDER_VIEWS[kind];
      const run = () => choose(kind);
      const quiet = kind !== 'cash' && kind !== 'card';
      return [
        { id: `pay.${kind}`, chord: letter, label: `pay:tender.${kind}`, quiet, run },
        {
          id: `pay.${kind}.alt`,
          chord: `Alt+${letter}`,
          label: `pay:tender.${kind}`,
          quiet: true,
          run,
        },
      ];
    }),
  );
}

/** What a tender can give, in two or three words. */
function useTileDetail({ purse, till }: TillState): (kind: TenderKind) => string {
  const { t } = useTranslation('pay');
  const format = useFormat();
  const { customerId, giftCard, account, providers } = purse;
  const heldBy = (kind: TenderKind): string => {
    const holding = holdingOf(kind, purse, till.payments);
    return holding === 'pending' || !holding ? '…' : format.money(holding.mostCents);
  };
  const ofAccount = () => {
    if (account === undefined) return '…';
    if (!account?.fields) return t('detail.noAccount');
    if (account.fields.onStop) return t('detail.stopped');
    return t('detail.left', { amount: heldBy('house_account') });
  };
  const ofLenders = () => {
    const chosen = providers?.find((each) => each.providerId === till.next.providerId);
    const lends = till.next.kind === 'finance' || till.next.kind === 'lease';
    if (chosen && lends) return chosen.name;
    return providers?.length === 0 ? t('detail.noProvider') : t('detail.provider');
  };
  return (kind) => {
    switch (kind) {
      case 'gift_card':
        return giftCard
          ? t('detail.has', { amount: format.money(giftCard.balanceCents) })
          : t('detail.gift_card');
      case 'store_credit':
        if (customerId === null) return t('detail.noCustomer');
        return t('detail.has', { amount: heldBy(kind) });
      case 'house_account':
        return customerId === null ? t('detail.noCustomer') : ofAccount();
      case 'finance':
      case 'lease':
        return ofLenders();
      case 'cash':
      case 'card':
      case 'check':
      case 'other':
        return t(`detail.${kind}`);
    }
  };
}
