import './scanner.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PaperCode } from '../documents/paper-code.tsx';
import { type Advice, adviceFrom, type Measured, TEST_CODE } from '../scanner/calibrate.ts';
import { SCAN_DEFAULTS, type ScanOptions } from '../scanner/scan-detector.ts';
import { useScanSettings } from '../scanner/scan-settings.ts';
import { Button } from '../ui/actions/button.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Facts } from '../ui/layout/facts.tsx';
import { Row, Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { SimpleTable } from '../ui/lists/simple-table.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { Note } from '../ui/messages/note.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { ScanPad } from './scan-pad.tsx';
import { ScannerSheet } from './scanner-sheet.tsx';

const SHOWN_SCANS = 5;
const JUDGED_SCANS = 3;

interface Numbered extends Measured {
  readonly place: number;
}

/** Shows what a scan contains and how quick it came, and says which settings fit the scanner of this register. */
export function ScannerPart() {
  const { t } = useTranslation('scanner');
  const [options, change] = useScanSettings();
  const [scans, setScans] = useState<readonly Numbered[]>([]);
  const { show } = useToasts();
  const use = (settings: Parameters<typeof change>[0]) => {
    change(settings);
    show({ text: t('used'), tone: 'success', seconds: 4 });
  };
  const take = (measured: Measured) =>
    setScans((before) => [...before, { ...measured, place: (before.at(-1)?.place ?? 0) + 1 }]);
  return (
    <>
      <Card title={t('title')} padded>
        <Stack gap={16}>
          <Text as="p" tone="muted">
            {t('what')}
          </Text>
          <ScanPad onTrace={take} />
          <div className="scanner-code">
            <PaperCode kind="barcode" value={TEST_CODE} columns={28} />
          </div>
          <AdviceNote advice={adviceFrom(scans.slice(-JUDGED_SCANS))} onUse={use} />
          <Row wrap>
            <Button onClick={() => setScans([])} disabled={scans.length === 0}>
              {t('again')}
            </Button>
            <Button icon="print" onClick={() => window.print()}>
              {t('sheet')}
            </Button>
          </Row>
        </Stack>
      </Card>
      <Card title={t('last')}>
        <ScanTable scans={scans.slice(-SHOWN_SCANS).toReversed()} options={options} />
      </Card>
      <SettingsCard options={options} onUsual={() => use(SCAN_DEFAULTS)} />
      <ScannerSheet />
    </>
  );
}

interface AdviceNoteProps {
  readonly advice: Advice;
  readonly onUse: (settings: Extract<Advice, { kind: 'use' }>['settings']) => void;
}

function AdviceNote({ advice, onUse }: AdviceNoteProps) {
  const { t } = useTranslation('scanner');
  switch (advice.kind) {
    case 'more':
      return <Note tone="info">{t('advice.more', { count: advice.scans })}</Note>;
    case 'keyboard':
      return (
        <Note tone="warning" title={t('advice.keyboard', { read: advice.read })}>
          {t('advice.keyboardNext')}
        </Note>
      );
    case 'needsPrefix':
      return (
        <Note tone="warning" title={t('advice.needsPrefix', { ms: advice.slowestMs })}>
          {t('advice.needsPrefixNext')}
        </Note>
      );
    case 'use': {
      const { settings, usual } = advice;
      return (
        <Note
          tone="success"
          title={t(usual ? 'advice.usual' : 'advice.use')}
          action={
            <Button kind="primary" onClick={() => onUse(settings)}>
              {t('useThese')}
            </Button>
          }
        >
          {settings.prefix === '' ? null : t('advice.prefixSeen', { prefix: settings.prefix })}
        </Note>
      );
    }
  }
}

interface ScanTableProps {
  readonly scans: readonly Numbered[];
  readonly options: ScanOptions;
}

function ScanTable({ scans, options }: ScanTableProps) {
  const { t } = useTranslation('scanner');
  if (scans.length === 0)
    return (
      <EmptyState icon="tag" title={t('none')}>
        {t('noneNext')}
      </EmptyState>
    );
  return (
    <SimpleTable
      label={t('last')}
      rows={scans}
      rowKey={({ place }) => String(place)}
      columns={[
        {
          id: 'read',
          head: t('read'),
          cell: ({ text }) => <span className="scanner-text">{visible(text)}</span>,
        },
        { id: 'end', head: t('end'), width: '7rem', cell: ({ end }) => end },
        {
          id: 'median',
          head: t('median'),
          width: '7rem',
          end: true,
          cell: ({ medianGapMs }) => t('ms', { ms: medianGapMs }),
        },
        {
          id: 'longest',
          head: t('longest'),
          width: '8rem',
          end: true,
          cell: ({ longestGapMs }) => t('ms', { ms: longestGapMs }),
        },
        {
          id: 'seen',
          head: t('seen'),
          width: '7rem',
          cell: (scan) => t(isScan(scan, options) ? 'asScan' : 'asTyping'),
        },
      ]}
    />
  );
}

/** What the detector makes of it under the settings of this window. */
function isScan({ text, medianGapMs, longestGapMs }: Measured, options: ScanOptions): boolean {
  if (longestGapMs > options.longestGapMs) return false;
  if (options.prefix !== '' && text.startsWith(options.prefix)) return true;
  return text.length >= options.shortestCode && medianGapMs <= options.medianGapMs;
}

/** Blanks are shown: one at the end of a code is a fault that nobody sees. */
function visible(text: string): string {
  return text.replaceAll(' ', '␣');
}

interface SettingsCardProps {
  readonly options: ScanOptions;
  readonly onUsual: () => void;
}

function SettingsCard({ options, onUsual }: SettingsCardProps) {
  const { t } = useTranslation('scanner');
  return (
    <Card title={t('now')} padded>
      <Stack gap={12}>
        <Facts
          facts={[
            { label: t('prefix'), value: options.prefix === '' ? t('noPrefix') : options.prefix },
            { label: t('medianLimit'), value: t('ms', { ms: options.medianGapMs }) },
            { label: t('longestLimit'), value: t('ms', { ms: options.longestGapMs }) },
          ]}
        />
        <Row>
          <Button onClick={onUsual}>{t('backToUsual')}</Button>
        </Row>
      </Stack>
    </Card>
  );
}
