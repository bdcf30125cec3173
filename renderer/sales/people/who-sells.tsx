import type { StaffId } from '#shared/ids.ts';
import { setSellingAs } from '#shared/sales/cart.ts';
import type { StaffMember } from '#shared/staff/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../../ui/choices/segmented.tsx';
import { Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { List } from '../../ui/lists/list.tsx';
import type { CartState } from '../cart/cart-context.tsx';
import { SharesForm } from './shares-form.tsx';

export interface WhoSellsProps {
  readonly cart: CartState;
  readonly people: readonly StaffMember[];
  readonly sellerId: StaffId;
  readonly signedInId: StaffId | undefined;
  readonly onClose: () => void;
}

/** One person sells, or two to four share it by percent. */
export function WhoSells(props: WhoSellsProps) {
  const { t } = useTranslation('sell');
  const { cart, people } = props;
  const [how, setHow] = useState<'one' | 'shared'>(cart.cart.shares === null ? 'one' : 'shared');
  return (
    <Stack gap={16}>
      {people.length < 2 ? null : (
        <div>
          <Segmented
            label={t('whoSells')}
            value={how}
            choices={[
              { value: 'one', label: t('shares.one') },
              { value: 'shared', label: t('shares.shared') },
            ]}
            onChange={setHow}
          />
        </div>
      )}
      {how === 'one' ? <OnePerson {...props} /> : <SharesForm {...props} />}
    </Stack>
  );
}

function OnePerson({ cart, people, sellerId, signedInId, onClose }: WhoSellsProps) {
  const { t } = useTranslation('sell');
  const alone = cart.cart.shares === null;
  const rows = people.map(({ staffId, initials, name }) => ({
    key: staffId,
    chosen: alone && staffId === sellerId,
    onOpen: () => {
      cart.change((now) => setSellingAs(now, staffId === signedInId ? null : staffId));
      onClose();
    },
    content: <Text strong={alone && staffId === sellerId}>{`${initials} · ${name}`}</Text>,
  }));
  return <List label={t('whoSells')} rows={rows} rowHeight={48} autoFocus />;
}
