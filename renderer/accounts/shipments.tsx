import type { WaitingShipment } from '#shared/sales/shipping/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaleDesk } from '../app/sale-desk.ts';
import { useMay } from '../app/session/session.ts';
import { useShortDay } from '../app/use-short-day.ts';
import { useFormat } from '../i18n/format.ts';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Text } from '../ui/layout/text.tsx';
import { List } from '../ui/lists/list.tsx';
import { Dialog } from '../ui/messages/dialog.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { AccountsFrame, Answered } from './accounts-frame.tsx';
import { ActForm } from './act-form.tsx';
import { useShipments } from './use-shipments.ts';

/** Parcels that are paid and still here, oldest first. */
export function Shipments() {
  const { t } = useTranslation('accounts');
  const desk = useSaleDesk();
  const maySell = useMay('sales.sell');
  const [handing, setHanding] = useState<WaitingShipment>();
  const close = () => setHanding(undefined);
  const answer = useShipments(useMay('sales.read'));
  return (
    <AccountsFrame
      part="shipments"
      detail={answer.data && t('payment.waiting', { count: answer.data.length })}
    >
      <Answered answer={answer}>
        {(shipments) => (
          <Card label={t('part.shipments')}>
            {shipments.length === 0 ? (
              <EmptyState icon="mail" title={t('ship.empty.title')}>
                {t('ship.empty.next')}
              </EmptyState>
            ) : (
              <List
                label={t('part.shipments')}
                rowHeight={48}
                rows={shipments.map((shipment) => ({
                  key: shipment.shipmentId,
                  content: <ShipmentRow shipment={shipment} />,
                  ...(maySell && {
                    aside: (
                      <Button
                        label={t('ship.handOverOf', { name: shipment.recipient })}
                        onClick={() => setHanding(shipment)}
                      >
                        {t('ship.handOver')}
                      </Button>
                    ),
                  }),
                  ...(desk && { onOpen: () => desk.showReceipt(shipment.saleId) }),
                }))}
              />
            )}
          </Card>
        )}
      </Answered>
      <Dialog open={handing !== undefined} title={t('ship.handOver')} onClose={close}>
        {handing === undefined ? null : <HandOverForm shipment={handing} onClose={close} />}
      </Dialog>
    </AccountsFrame>
  );
}

function ShipmentRow({ shipment }: { readonly shipment: WaitingShipment }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const shortDay = useShortDay();
  const { recipient, address, saleNumber, businessDate, insuredCents } = shipment;
  return (
    <span className="accounts-payment">
      <span className="accounts-words">
        <Text strong>{recipient}</Text>
        <Text size="second" tone="muted">
          {address.split('\n').join(', ')}
        </Text>
      </span>
      <Text size="second" tone="muted">
        {t('payment.of', { number: saleNumber, day: shortDay(businessDate) })}
      </Text>
      <Text size="second" tone="muted">
        {insuredCents > 0 ? t('ship.insured', { amount: format.money(insuredCents) }) : ''}
      </Text>
    </span>
  );
}

/** The parcel leaves: with whom, and how it is found again. */
function HandOverForm({
  shipment,
  onClose,
}: {
  readonly shipment: WaitingShipment;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['accounts', 'common']);
  const { show } = useToasts();
  const [carrier, setCarrier] = useState(shipment.carrier);
  const [tracking, setTracking] = useState(shipment.tracking);
  const [tried, setTried] = useState(false);
  const command = useCommand(
    (store, input: { readonly carrier: string; readonly tracking: string }, commandId) =>
      store.shipping.handOver({ commandId, shipmentId: shipment.shipmentId, ...input }),
  );
  const act = async () => {
    setTried(true);
    if (carrier.trim() === '') return;
    const answer = await command.run({ carrier, tracking });
    if (answer?.ok !== true) return;
    show({ text: t('ship.done', { name: shipment.recipient }), tone: 'success', seconds: 4 });
    onClose();
  };
  return (
    <ActForm
      title={t('ship.handOver')}
      act={t('ship.handOver')}
      command={command}
      onAct={() => void act()}
      onClose={onClose}
    >
      <Text as="p">
        {t('ship.what', { name: shipment.recipient, number: shipment.saleNumber })}
      </Text>
      <TextField
        label={t('ship.carrier')}
        value={carrier}
        onChange={setCarrier}
        maxLength={40}
        size={44}
        autoFocus={shipment.carrier === ''}
        error={tried && carrier.trim() === '' ? t('ship.carrierMissing') : undefined}
      />
      <TextField
        label={t('ship.tracking')}
        note={t('common:optional')}
        value={tracking}
        onChange={setTracking}
        maxLength={60}
        size={44}
        autoFocus={shipment.carrier !== ''}
      />
    </ActForm>
  );
}
