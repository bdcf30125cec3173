import type { CustomerId, Id } from '#shared/ids.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/actions/button.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { CustomerField } from '../returns/customer-field.tsx';
import type { CorrectPartProps } from './correct-dialog.tsx';
import { CorrectionFoot } from './correction-foot.tsx';
import { useCorrection } from './use-correction.ts';

interface Chosen {
  readonly customerId: CustomerId;
  readonly name: string;
}

/** Whose sale it is. A sale without a customer gets one at once; another one takes a reason and the right. */
export function CorrectCustomer({ sale, onDone }: CorrectPartProps) {
  const { t } = useTranslation('corrections');
  const [chosen, setChosen] = useState<Chosen>();
  const attaches = sale.customerId === null;
  const correction = useCorrection(sale, onDone, (store, input: Customer & Said, commandId) =>
    store.corrections.customer({ commandId, saleId: sale.saleId, ...input }),
  );
  const give = (customerId: CustomerId | null) =>
    correction.submit({ customerId }, t('what.customer', { number: sale.number }), attaches);
  return (
    <Stack gap={16}>
      {sale.customerName === null ? null : (
        <Text>{t('customer.now', { name: sale.customerName })}</Text>
      )}
      <CustomerField
        label={attaches ? t('customer.attach') : t('customer.right')}
        customer={chosen}
        onCustomer={setChosen}
        autoFocus
      />
      {attaches ? null : (
        <Row>
          <Button onClick={() => give(null)}>{t('customer.none')}</Button>
        </Row>
      )}
      <CorrectionFoot
        correction={correction}
        needsReason={!attaches}
        reasons={[t('reasons.otherCustomer'), t('reasons.sameName')]}
        disabled={chosen === undefined}
        onSubmit={() => chosen && give(chosen.customerId)}
      />
    </Stack>
  );
}

interface Customer {
  readonly customerId: CustomerId | null;
}

interface Said {
  readonly reason: string;
  readonly overrideId: Id<'override'> | null;
}
