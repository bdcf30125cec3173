import { useTranslation } from 'react-i18next';
import { useSystemStatus } from '../app/system-status.ts';
import { Card } from '../ui/layout/card.tsx';
import { Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { Note } from '../ui/messages/note.tsx';

/** Where the key of the store lies, said aloud where anyone with this disk could use it. */
export function KeyPlace() {
  const { t } = useTranslation('settings');
  const { data: status } = useSystemStatus();
  if (status === undefined) return null;
  return (
    <Card title={t('key.title')} padded>
      <Stack gap={12}>
        {status.keyProtectedBy === 'keychain' ? (
          <Note tone="success" title={t('key.keychain')}>
            {t('key.keychainNext')}
          </Note>
        ) : (
          <Note tone="warning" title={t('key.file')}>
            {t('key.fileNext')}
          </Note>
        )}
        <Text as="p" size="second" tone="muted">
          {status.recoveryCodeUnseen ? t('key.codeUnseen') : t('key.codeSeen')}
        </Text>
      </Stack>
    </Card>
  );
}
