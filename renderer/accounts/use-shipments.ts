import type { WaitingShipment } from '#shared/sales/shipping/contract.ts';
import { useStoreQuery, type StoreAnswer } from '../store-client/store-hooks.tsx';

export function useShipments(enabled: boolean): StoreAnswer<readonly WaitingShipment[]> {
  return useStoreQuery({
    key: ['shipping.waiting'],
    tables: ['shipment', 'shipment_event', 'sale', 'sale_void'],
    enabled,
    read: (store) => store.shipping.waiting({}),
  });
}
