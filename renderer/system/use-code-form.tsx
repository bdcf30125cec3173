import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { Form } from '../app/form.tsx';
import { RecoveryCodeField } from '../app/recovery/recovery-code-field.tsx';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Row } from '../ui/layout/layout.tsx';

/** Opens the store with the printed code. */
export function UseCodeForm({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation(['system', 'common']);
  const [code, setCode] = useState('');
  const open = useCommand((store, input: { readonly recoveryCode: string }) =>
    store.system.useRecoveryCode(input),
  );
  const submit = () => {
    if (code.trim() !== '') void open.run({ recoveryCode: code.trim() });
  };
  return (
    <Form label={t('refused.useCode')} onSubmit={submit}>
      <RecoveryCodeField value={code} onChange={setCode} onEnter={() => undefined} autoFocus />
      <RefusalNote refusal={open.refusal} />
      <FailureNote failure={open.failure} />
      <Row>
        <Button size={44} hint="Esc" onClick={onBack}>
          {t('common:back')}
        </Button>
        <Button kind="primary" size={44} type="submit" busy={open.pending}>
          {t('refused.useCode')}
        </Button>
      </Row>
    </Form>
  );
}
