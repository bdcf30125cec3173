import { formatRate, type RatePpm } from '#shared/money.ts';
import type { StaffMember } from '#shared/staff/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SellingAs } from '../../app/frame/people.tsx';
import { useSession } from '../../app/session/session.ts';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { type CartState, useOptionalCart } from '../cart/cart-context.tsx';
import { WhoSells } from './who-sells.tsx';

/** Whose sale this is, by initials, apart from who is signed in; two to four where they share it. */
export function SellingAsChip() {
  const cart = useOptionalCart();
  return cart ? <Chosen cart={cart} /> : null;
}

function Chosen({ cart }: { readonly cart: CartState }) {
  const { t } = useTranslation('sell');
  const session = useSession();
  const [open, setOpen] = useState(false);
  const people =
    useStoreQuery({
      key: ['staff.list', 'active'],
      tables: ['staff', 'staff_pin'],
      read: (store) => store.staff.list({}),
    }).data ?? [];
  const sellerId = cart.cart.sellingAs ?? session?.staffId;
  const seller = people.find((person) => person.staffId === sellerId);
  if (!seller) return null;
  const { initials, name } = wordsOf(cart, seller, people);
  return (
    <>
      <SellingAs initials={initials} name={name} onClick={() => setOpen(true)} />
      <Dialog open={open} title={t('whoSells')} onClose={() => setOpen(false)}>
        {open ? (
          <WhoSells
            cart={cart}
            people={people}
            sellerId={seller.staffId}
            signedInId={session?.staffId}
            onClose={() => setOpen(false)}
          />
        ) : null}
      </Dialog>
    </>
  );
}

function wordsOf(
  { cart }: CartState,
  seller: StaffMember,
  people: readonly StaffMember[],
): { readonly initials: string; readonly name: string } {
  const shared = (cart.shares ?? []).flatMap(({ staffId, sharePpm }) => {
    const person = people.find((each) => each.staffId === staffId);
    // Branding: a share is a part of a million, like a rate.
    return person ? [{ person, share: formatRate(sharePpm as RatePpm) }] : [];
  });
  if (shared.length < 2) return seller;
  return {
    initials: shared.map(({ person }) => person.initials).join('+'),
    name: shared.map(({ person, share }) => `${person.name} ${share}`).join(', '),
  };
}
