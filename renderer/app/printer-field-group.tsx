import { useTranslation } from 'react-i18next';
import { Checkbox } from '../ui/choices/checkbox.tsx';
import { Segmented } from '../ui/choices/segmented.tsx';
import { NumberField } from '../ui/fields/number-field.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Row, Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';

export type PaperWidth = 32 | 42 | 48;

export interface PrinterPaperFieldsProps {
  readonly columns: PaperWidth;
  readonly drawer: boolean;
  readonly onColumns: (columns: PaperWidth) => void;
  readonly onDrawer: (drawer: boolean) => void;
  readonly disabled?: boolean;
}

export interface PrinterFieldGroupProps extends PrinterPaperFieldsProps {
  readonly host: string;
  readonly port: number | undefined;
  readonly onHost: (host: string) => void;
  readonly onPort: (port: number | undefined) => void;
  readonly portError?: string | undefined;
  readonly autoFocus?: boolean;
}

const WIDTHS = { '48': 48, '42': 42, '32': 32 } as const;

/** Address and paper of a receipt printer on the network. */
export function PrinterFieldGroup(props: PrinterFieldGroupProps) {
  const { host, port, portError, disabled = false } = props;
  const { t } = useTranslation('settings');
  return (
    <Stack gap={16}>
      <Row align="start" gap={16}>
        <TextField
          label={t('printer.host')}
          help={t('printer.hostHelp')}
          value={host}
          onChange={props.onHost}
          maxLength={120}
          size={44}
          disabled={disabled}
          {...(props.autoFocus !== undefined && { autoFocus: props.autoFocus })}
        />
        <NumberField
          label={t('printer.port')}
          help={t('printer.portHelp')}
          value={port}
          onChange={props.onPort}
          least={1}
          most={65_535}
          size={44}
          disabled={disabled}
          error={portError}
        />
      </Row>
      <PrinterPaperFields {...props} />
    </Stack>
  );
}

/** Paper and drawer of a receipt printer, wherever it is. */
export function PrinterPaperFields(props: PrinterPaperFieldsProps) {
  const { columns, drawer, disabled = false } = props;
  const { t } = useTranslation('settings');
  return (
    <Stack gap={16}>
      <Row gap={16} wrap>
        <Text size="second" tone="muted">
          {t('printer.columns')}
        </Text>
        <Segmented
          label={t('printer.columns')}
          value={`${columns}`}
          disabled={disabled}
          choices={[
            { value: '48', label: t('printer.wide') },
            { value: '42', label: t('printer.middle') },
            { value: '32', label: t('printer.narrow') },
          ]}
          onChange={(width) => props.onColumns(WIDTHS[width])}
        />
      </Row>
      <Checkbox
        label={t('printer.drawer')}
        checked={drawer}
        disabled={disabled}
        onChange={props.onDrawer}
      />
    </Stack>
  );
}
