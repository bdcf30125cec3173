import { useTranslation } from 'react-i18next';
import { RestoreWizard } from '../app/recovery/restore-wizard.tsx';
import { useCommands } from '../commands/command-context.tsx';
import { Card } from '../ui/layout/card.tsx';
import { FirstRunFrame } from './first-run-frame.tsx';

/** A new computer takes over a store from its backup and its printed code. */
export function RestorePage({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('system');
  useCommands([{ id: 'first-run.back', chord: 'Esc', label: 'shell:keys.back', run: onBack }]);
  return (
    <FirstRunFrame>
      <Card title={t('restore.title')} padded>
        <RestoreWizard needsCode onBack={onBack} />
      </Card>
    </FirstRunFrame>
  );
}
