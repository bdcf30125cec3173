import type { PrinterConnection } from '#shared/printing/printer-connection.ts';
import type { TagPrinter } from '#shared/stock/tags/contract.ts';
import { type TagStock, usualStock } from '#shared/stock/tags/tag-stock.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Segmented } from '../../ui/choices/segmented.tsx';
import { SelectField } from '../../ui/choices/select-field.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';

type Lengths = Omit<TagStock, 'shape' | 'dpi'>;
type LengthsDraft = { readonly [Name in keyof Lengths]: number | undefined };

/** What stands in the fields, and the printer it makes; undefined while a figure is missing. */
export function usePrinterDraft(stored: TagPrinter) {
  const { connection, stock } = stored;
  const [kind, setKind] = useState<PrinterConnection['kind']>(connection?.kind ?? 'network');
  const [host, setHost] = useState<string>(connection?.kind === 'network' ? connection.host : '');
  const [port, setPort] = useState<number | undefined>(
    connection?.kind === 'network' ? connection.port : 9100,
  );
  const [queue, setQueue] = useState<string>(connection?.kind === 'system' ? connection.queue : '');
  const [shape, setShape] = useState(stock.shape);
  const [dpi, setDpi] = useState(stock.dpi);
  const [lengths, setLengths] = useState<LengthsDraft>(stock);
  const usual = (as: Pick<TagStock, 'shape' | 'dpi'>) => {
    setShape(as.shape);
    setDpi(as.dpi);
    setLengths(usualStock(as.shape, as.dpi));
  };
  const whole = wholeLengths(lengths);
  const isTyped = kind === 'system' || host.trim() === '' || port !== undefined;
  const value: TagPrinter | undefined =
    whole && isTyped
      ? { connection: placeOf(kind, host, port, queue), stock: { ...whole, shape, dpi } }
      : undefined;
  const fields = { kind, host, port, queue, shape, dpi, lengths };
  return { ...fields, setKind, setHost, setPort, setQueue, setLengths, usual, value };
}

function placeOf(
  kind: PrinterConnection['kind'],
  host: string,
  port: number | undefined,
  queue: string,
): PrinterConnection | null {
  if (kind === 'system') return queue === '' ? null : { kind, queue };
  return host.trim() === '' || port === undefined ? null : { kind, host: host.trim(), port };
}

function wholeLengths(draft: LengthsDraft): Lengths | undefined {
  const { widthDots, heightDots, panelDots, marginDots, offsetXDots, offsetYDots } = draft;
  if (widthDots === undefined || heightDots === undefined || panelDots === undefined)
    return undefined;
  if (marginDots === undefined || offsetXDots === undefined || offsetYDots === undefined)
    return undefined;
  return { widthDots, heightDots, panelDots, marginDots, offsetXDots, offsetYDots };
}

interface TagPrinterFieldsProps {
  readonly draft: ReturnType<typeof usePrinterDraft>;
  readonly disabled: boolean;
}

/** Where the tag printer is, and what it is loaded with. Another shape or head brings its usual sizes. */
export function TagPrinterFields({ draft, disabled }: TagPrinterFieldsProps) {
  const { t } = useTranslation('tags');
  return (
    <Stack gap={16}>
      <Row gap={16} wrap>
        <Segmented
          label={t('connection')}
          value={draft.kind}
          disabled={disabled}
          choices={[
            { value: 'network', label: t('onNetwork') },
            { value: 'system', label: t('onSystem') },
          ]}
          onChange={draft.setKind}
        />
        <Segmented
          label={t('shape')}
          value={draft.shape}
          disabled={disabled}
          choices={[
            { value: 'barbell', label: t('barbell') },
            { value: 'rat_tail', label: t('ratTail') },
          ]}
          onChange={(shape) => draft.usual({ shape, dpi: draft.dpi })}
        />
        <Segmented
          label={t('dpi')}
          value={draft.dpi === 203 ? '203' : '300'}
          disabled={disabled}
          choices={[
            { value: '203', label: t('dots', { dpi: 203 }) },
            { value: '300', label: t('dots', { dpi: 300 }) },
          ]}
          onChange={(dpi) => draft.usual({ shape: draft.shape, dpi: dpi === '203' ? 203 : 300 })}
        />
      </Row>
      <PlaceFields draft={draft} disabled={disabled} />
      <LengthFields draft={draft} disabled={disabled} />
      <Text size="meta" tone="muted">
        {t('lengthsHelp')}
      </Text>
    </Stack>
  );
}

function PlaceFields({ draft, disabled }: TagPrinterFieldsProps) {
  const { t } = useTranslation('tags');
  const found = useStoreQuery({
    key: ['printing.systemQueues'],
    tables: ['register_setting'],
    read: (store) => store.printing.systemQueues({}),
  });
  if (draft.kind === 'system') {
    const names = new Set([...(draft.queue === '' ? [] : [draft.queue]), ...(found.data ?? [])]);
    return (
      <SelectField
        label={t('queue')}
        help={names.size === 0 ? t('noQueues') : undefined}
        value={draft.queue === '' ? undefined : draft.queue}
        choices={[...names].map((name) => ({ value: name, label: name }))}
        placeholder={t('chooseQueue')}
        disabled={disabled}
        onChange={draft.setQueue}
      />
    );
  }
  return (
    <div className="tags-grid">
      <TextField
        label={t('host')}
        help={t('hostHelp')}
        value={draft.host}
        maxLength={120}
        disabled={disabled}
        onChange={draft.setHost}
      />
      <NumberField
        label={t('port')}
        least={1}
        most={65_535}
        value={draft.port}
        disabled={disabled}
        onChange={draft.setPort}
      />
    </div>
  );
}

const LENGTHS = [
  { name: 'widthDots', least: 100, most: 2400 },
  { name: 'heightDots', least: 40, most: 1200 },
  { name: 'panelDots', least: 40, most: 1200 },
  { name: 'marginDots', least: 0, most: 200 },
  { name: 'offsetXDots', least: -120, most: 120 },
  { name: 'offsetYDots', least: -120, most: 120 },
] as const satisfies readonly {
  readonly name: keyof Lengths;
  readonly least: number;
  readonly most: number;
}[];

function LengthFields({ draft, disabled }: TagPrinterFieldsProps) {
  const { t } = useTranslation('tags');
  return (
    <div className="tags-grid">
      {LENGTHS.map(({ name, least, most }) => (
        <NumberField
          key={name}
          label={t(name)}
          least={least}
          most={most}
          value={draft.lengths[name]}
          disabled={disabled}
          onChange={(length) => draft.setLengths({ ...draft.lengths, [name]: length })}
        />
      ))}
    </div>
  );
}
