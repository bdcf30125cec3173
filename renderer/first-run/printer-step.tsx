import { useTranslation } from 'react-i18next';
import { PrinterFieldGroup } from '../app/printer-field-group.tsx';
import { Text } from '../ui/layout/text.tsx';
import { useProblemText } from './problem-text.ts';
import type { StepProps } from './set-up-page.tsx';

/** Where the receipt printer is. It is tried out later, in Settings. */
export function PrinterStep({ draft, problems, change }: StepProps) {
  const { t } = useTranslation('wizard');
  const inWords = useProblemText();
  return (
    <>
      <Text as="p" tone="muted">
        {t('printer.what')}
      </Text>
      <PrinterFieldGroup
        host={draft.printerHost}
        port={draft.printerPort}
        columns={draft.columns}
        drawer={draft.hasDrawer}
        portError={inWords(problems.printerPort)}
        onHost={(printerHost) => change({ printerHost })}
        onPort={(printerPort) => change({ printerPort })}
        onColumns={(columns) => change({ columns })}
        onDrawer={(hasDrawer) => change({ hasDrawer })}
        autoFocus
      />
    </>
  );
}
