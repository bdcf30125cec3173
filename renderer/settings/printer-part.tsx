import type { PrinterConnection } from '#shared/printing/printer-connection.ts';
import type { PrinterFields } from '#shared/settings/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { PrinterFieldGroup, PrinterPaperFields } from '../app/printer-field-group.tsx';
import { useMay } from '../app/session/session.ts';
import { useCommand, useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Segmented } from '../ui/choices/segmented.tsx';
import { SelectField } from '../ui/choices/select-field.tsx';
import { Row } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { Note } from '../ui/messages/note.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { PrintQueue } from './print-queue.tsx';
import { SettingsForm } from './settings-form.tsx';
import { SettingsLoaded } from './settings-loaded.tsx';

export function PrinterPart() {
  return (
    <>
      <SettingsLoaded>{({ printer }) => <PrinterForm stored={printer} />}</SettingsLoaded>
      <PrintQueue />
    </>
  );
}

const FRESH = { columns: 48, drawer: true } as const;
const NO_CONNECTION = { kind: 'network', host: '', port: 9100 } as const;

/** Where the receipt printer is and how it prints. An empty address means that there is none. */
function PrinterForm({ stored }: { readonly stored: PrinterFields | null }) {
  const { t, i18n } = useTranslation('settings');
  const first = stored ?? { ...FRESH, locale: i18n.language === 'es' ? 'es' : 'en' };
  const place = usePrinterPlace(stored?.connection ?? NO_CONNECTION);
  const [columns, setColumns] = useState(first.columns);
  const [drawer, setDrawer] = useState(first.drawer);
  const [locale, setLocale] = useState(first.locale);
  const [tried, setTried] = useState(false);
  const command = useCommand((shop, input: { readonly printer: PrinterFields | null }) =>
    shop.settings.savePrinter(input),
  );
  const { connection } = place;
  const input = place.none
    ? { printer: null }
    : connection && { printer: { connection, columns, drawer, locale } };
  const paper = { columns, drawer, onColumns: setColumns, onDrawer: setDrawer };
  return (
    <SettingsForm
      title={t('part.printer')}
      command={command}
      input={input}
      onWrong={() => setTried(true)}
      actions={<TestPage ready={stored !== null} />}
    >
      <Row gap={16} wrap>
        <Text size="second" tone="muted">
          {t('printer.connection')}
        </Text>
        <Segmented
          label={t('printer.connection')}
          value={place.kind}
          choices={[
            { value: 'network', label: t('printer.onNetwork') },
            { value: 'system', label: t('printer.onSystem') },
          ]}
          onChange={place.setKind}
        />
      </Row>
      {place.kind === 'network' ? (
        <PrinterFieldGroup
          {...paper}
          host={place.host}
          port={place.port}
          portError={tried && connection === undefined ? t('printer.portMissing') : undefined}
          onHost={place.setHost}
          onPort={place.setPort}
        />
      ) : (
        <>
          <QueueField
            queue={place.queue}
            missing={tried && connection === undefined}
            onQueue={place.setQueue}
          />
          <PrinterPaperFields {...paper} />
        </>
      )}
      <Row gap={16} wrap>
        <Text size="second" tone="muted">
          {t('printer.locale')}
        </Text>
        <Segmented
          label={t('printer.locale')}
          value={locale}
          choices={[
            { value: 'en', label: 'English' },
            { value: 'es', label: 'Español' },
          ]}
          onChange={setLocale}
        />
      </Row>
    </SettingsForm>
  );
}

/** What is typed of either way, so that a look at the other loses nothing. */
function usePrinterPlace(stored: PrinterConnection) {
  const [kind, setKind] = useState(stored.kind);
  const network = stored.kind === 'network' ? stored : NO_CONNECTION;
  const [host, setHost] = useState<string>(network.host);
  const [port, setPort] = useState<number | undefined>(network.port);
  const [queue, setQueue] = useState(stored.kind === 'system' ? stored.queue : undefined);
  const typed = { kind, host, port, queue, setKind, setHost, setPort, setQueue };
  return { ...typed, none: kind === 'network' && host.trim() === '', connection: placeOf(typed) };
}

function placeOf(typed: {
  readonly kind: PrinterConnection['kind'];
  readonly host: string;
  readonly port: number | undefined;
  readonly queue: string | undefined;
}): PrinterConnection | undefined {
  const { kind, host, port, queue } = typed;
  if (kind === 'network') return port === undefined ? undefined : { kind, host, port };
  return queue === undefined ? undefined : { kind, queue };
}

interface QueueFieldProps {
  readonly queue: string | undefined;
  readonly missing: boolean;
  readonly onQueue: (queue: string) => void;
}

/** The printers the system knows. One that is set stays in the list when the system no longer names it. */
function QueueField({ queue, missing, onQueue }: QueueFieldProps) {
  const { t } = useTranslation('settings');
  const found = useStoreQuery({
    key: ['printing.systemQueues'],
    tables: ['register_setting'],
    read: (store) => store.printing.systemQueues({}),
  });
  const names = [...new Set([...(queue === undefined ? [] : [queue]), ...(found.data ?? [])])];
  if (found.data !== undefined && names.length === 0)
    return <Note title={t('printer.noQueues')}>{t('printer.noQueuesNext')}</Note>;
  return (
    <>
      <SelectField
        label={t('printer.queue')}
        help={t('printer.queueHelp')}
        value={queue}
        choices={names.map((name) => ({ value: name, label: name }))}
        placeholder={t('printer.chooseQueue')}
        size={44}
        error={missing ? t('printer.queueMissing') : undefined}
        onChange={onQueue}
      />
      <FailureNote failure={found.failure} />
    </>
  );
}

/** Shows whether width, letters and cut are right. It prints what is saved, not what is typed. */
function TestPage({ ready }: { readonly ready: boolean }) {
  const { t } = useTranslation('settings');
  const may = useMay('settings.change');
  const { show } = useToasts();
  const command = useCommand((store, _: object, commandId) =>
    store.printing.testPage({ commandId }),
  );
  const print = async () => {
    const answer = await command.run({});
    if (answer?.ok === true) show({ text: t('printer.testQueued'), tone: 'success', seconds: 4 });
  };
  return (
    <>
      <Button
        size={44}
        icon="print"
        disabled={!ready || !may}
        busy={command.pending}
        onClick={() => void print()}
      >
        {t('printer.test')}
      </Button>
      <RefusalNote refusal={command.refusal} />
      <FailureNote failure={command.failure} />
    </>
  );
}
