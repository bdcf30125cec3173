import type { TaxAreaId } from '#shared/taxes/tax-rule.ts';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { useGo } from '../app/navigation.ts';
import { useCommands } from '../commands/command-context.tsx';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Row, Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { Dialog } from '../ui/messages/dialog.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';

export interface TakeOutDialogProps {
  readonly open: boolean;
  readonly taxAreaId: TaxAreaId;
  readonly name: string;
  readonly onClose: () => void;
}

/** Asks once more: a place that is out of use does not come back. */
export function TakeOutDialog({ open, ...place }: TakeOutDialogProps) {
  const { t } = useTranslation('taxes');
  return (
    <Dialog
      open={open}
      width="narrow"
      title={t('takeOut.title', { name: place.name })}
      onClose={place.onClose}
    >
      <TakeOut {...place} />
    </Dialog>
  );
}

function TakeOut({ taxAreaId, name, onClose }: Omit<TakeOutDialogProps, 'open'>) {
  const { t } = useTranslation('taxes');
  const go = useGo();
  const { show } = useToasts();
  const command = useCommand((store, _none: null, commandId) =>
    store.taxes.archiveArea({ commandId, taxAreaId }),
  );
  const takeOut = async () => {
    const answer = await command.run(null);
    if (answer?.ok !== true) return;
    show({ text: t('takeOut.done', { name }), tone: 'success', seconds: 6 });
    go('/settings/taxes');
  };
  const run = () => void takeOut();
  useCommands([{ id: 'taxes.takeOut', chord: 'Ctrl+Enter', label: 'taxes:takeOut.act', run }]);
  return (
    <Stack gap={16}>
      <Text as="p">{t('takeOut.what')}</Text>
      <RefusalNote refusal={command.refusal} />
      <FailureNote failure={command.failure} />
      <Row apart>
        <Button size={44} onClick={onClose}>
          {t('takeOut.keep')}
        </Button>
        <Button kind="danger" size={44} hint="Ctrl+Enter" busy={command.pending} onClick={run}>
          {t('takeOut.act')}
        </Button>
      </Row>
    </Stack>
  );
}
