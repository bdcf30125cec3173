import type { StoreRefusal } from '#shared/settings/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { Form } from '../app/form.tsx';
import { RecoveryCodeField } from '../app/recovery/recovery-code-field.tsx';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Checkbox } from '../ui/choices/checkbox.tsx';
import { Row } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';

export interface GoOnFormProps {
  readonly refusal: StoreRefusal;
  readonly onBack: () => void;
}

/** After a lost tail: sells on with what the disk still has. Who holds the printed code takes the loss upon themselves. */
export function GoOnForm({ refusal, onBack }: GoOnFormProps) {
  const { t } = useTranslation(['system', 'common']);
  const [code, setCode] = useState('');
  const [read, setRead] = useState(false);
  const goOn = useCommand((store, input: { readonly recoveryCode: string }) =>
    store.backups.goOnWithLoss(input),
  );
  const missing = refusal.code === 'TAIL_LOST' ? refusal.witnessed - refusal.newest : 0;
  const submit = () => {
    if (read && code.trim() !== '') void goOn.run({ recoveryCode: code.trim() });
  };
  return (
    <Form label={t('refused.goOn')} onSubmit={submit}>
      <Text as="p">
        <b>{t('refused.goOnMissing', { count: missing })}</b> {t('refused.goOnWhat')}
      </Text>
      <RecoveryCodeField value={code} onChange={setCode} onEnter={() => undefined} autoFocus />
      <Checkbox tile label={t('refused.goOnConfirm')} checked={read} onChange={setRead} />
      <RefusalNote refusal={goOn.refusal} />
      <FailureNote failure={goOn.failure} />
      <Row>
        <Button size={44} hint="Esc" onClick={onBack}>
          {t('common:back')}
        </Button>
        <Button kind="danger" size={44} type="submit" disabled={!read} busy={goOn.pending}>
          {t('refused.goOn')}
        </Button>
      </Row>
    </Form>
  );
}
