import { STATE_EXAMPLES } from '#shared/taxes/state-examples.ts';
import { useTranslation } from 'react-i18next';
import { useGo } from '../app/navigation.ts';
import { newId } from '../store-client/new-id.ts';
import { Text } from '../ui/layout/text.tsx';
import { Stack } from '../ui/layout/layout.tsx';
import { List } from '../ui/lists/list.tsx';
import { Dialog } from '../ui/messages/dialog.tsx';
import { formatRate } from '#shared/money.ts';

export interface AddPlaceDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Chooses the example that a new place starts from. Nothing is stored before it is looked through and saved. */
export function AddPlaceDialog({ open, onClose }: AddPlaceDialogProps) {
  const { t } = useTranslation('taxes');
  const go = useGo();
  const start = (from: string) => {
    onClose();
    go(`/settings/taxes/${newId<'taxArea'>()}`, { from });
  };
  return (
    <Dialog open={open} title={t('add.title')} onClose={onClose}>
      <Stack gap={12}>
        <Text as="p" size="second" tone="muted">
          {t('add.from')}
        </Text>
        <List
          label={t('add.list')}
          rowHeight={48}
          autoFocus
          rows={STATE_EXAMPLES.map(({ name, state, rules }) => ({
            key: name,
            content: (
              <>
                <Text strong>{state === '' ? t('add.plain') : name}</Text>
                <Text size="second" tone="muted">
                  {rules.map((rule) => `${rule.name} ${formatRate(rule.ratePpm)}`).join(', ')}
                </Text>
              </>
            ),
            onOpen: () => start(name),
          }))}
        />
      </Stack>
    </Dialog>
  );
}
