import { useTranslation } from 'react-i18next';
import { useGo } from '../app/navigation.ts';
import { useMay } from '../app/session/session.ts';
import { Button } from '../ui/actions/button.tsx';
import { addressOf } from './parts.ts';
import { useShipments } from './use-shipments.ts';

/** On the Sell screen while parcels wait: how many, and the way to them. */
export function ShipAct() {
  const { t } = useTranslation('accounts');
  const go = useGo();
  const { data: waiting } = useShipments(useMay('sales.read'));
  if (!waiting || waiting.length === 0) return null;
  return (
    <Button onClick={() => go(addressOf('shipments'))}>
      {t('ship.act', { count: waiting.length })}
    </Button>
  );
}
