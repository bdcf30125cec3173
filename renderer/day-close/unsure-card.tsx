import type { UnresolvedPayment } from '#shared/day-close/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { useMay } from '../app/session/session.ts';
import { useFormat } from '../i18n/format.ts';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Money } from '../ui/figures/money.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Row, Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';

/** A payment nobody is sure of: settled with the slip in hand, or left for tomorrow by somebody who may. M7. */
export function UnsureCard({ payment }: { readonly payment: UnresolvedPayment }) {
  const { t } = useTranslation('day-close');
  const format = useFormat();
  const maySettle = useMay('payments.settle');
  return (
    <Card
      title={t('unsure.title')}
      aside={<Money amount={payment.amountCents} strong />}
      edge="warning"
      padded
    >
      <Stack gap={12}>
        <Text as="p">
          {[payment.saleNumber, payment.brand, format.time(payment.atMs)]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
        <Text as="p">{t('unsure.what')}</Text>
        <Text as="p" size="second" tone="muted">
          {t(maySettle ? 'unsure.leave' : 'unsure.needsManager')}
        </Text>
        {maySettle ? <Answer payment={payment} /> : null}
      </Stack>
    </Card>
  );
}

/** It is said once, so it takes words: what the slip says. */
function Answer({ payment }: { readonly payment: UnresolvedPayment }) {
  const { t } = useTranslation('day-close');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const resolve = useCommand(
    (store, outcome: 'charged' | 'not_charged', commandId) =>
      store.payments.resolve({ commandId, paymentId: payment.paymentId, outcome, note }),
    { attemptKey: (outcome) => `${payment.paymentId} ${outcome}` },
  );
  const say = (outcome: 'charged' | 'not_charged') => {
    setTried(true);
    if (note.trim() !== '') void resolve.run(outcome);
  };
  return (
    <>
      <TextField
        label={t('unsure.note')}
        value={note}
        onChange={setNote}
        error={tried && note.trim() === '' ? t('unsure.noteMissing') : undefined}
        maxLength={200}
      />
      <Row wrap>
        <Button kind="primary" busy={resolve.pending} onClick={() => say('charged')}>
          {t('unsure.charged')}
        </Button>
        <Button busy={resolve.pending} onClick={() => say('not_charged')}>
          {t('unsure.notCharged')}
        </Button>
      </Row>
      <RefusalNote refusal={resolve.refusal} />
      <FailureNote failure={resolve.failure} />
    </>
  );
}
