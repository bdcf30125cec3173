import './day-close.css';
import { dayClosePaper, type DayCloseFacts } from '#shared/documents/day-close-paper.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { useGo } from '../app/navigation.ts';
import { useCommands } from '../commands/command-context.tsx';
import { PaperView } from '../documents/paper-view.tsx';
import { useFormat } from '../i18n/format.ts';
import { useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { ScreenHead } from '../ui/layout/card.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { Note } from '../ui/messages/note.tsx';
import { Progress } from '../ui/messages/progress.tsx';
import { dayInWords } from './day-words.ts';

/** The figures so far, for who may read day closes: who counts would find the cash in them. */
export function XReportScreen() {
  const { t } = useTranslation('day-close');
  const x = useStoreQuery({
    key: ['dayClose.x'],
    tables: [
      'drawer_session',
      'drawer_movement',
      'day_close',
      'sale',
      'sale_void',
      'sale_correction',
      'payment',
      'payment_resolution',
      'terminal_batch',
      'shipment_event',
    ],
    read: (store) => store.dayClose.x({}),
  });
  return (
    <Report
      title={t('x.title')}
      answer={x}
      missing={t('x.none')}
      actions={null}
      notice={<Note title={t('x.note')} />}
    />
  );
}

export interface ReportProps {
  readonly title: string;
  readonly answer: {
    readonly data: DayCloseFacts | null | undefined;
    readonly failure: Parameters<typeof FailureNote>[0]['failure'];
  };
  readonly missing: string;
  readonly actions: ReactNode;
  readonly notice: ReactNode;
}

/** A report on its paper, line for line as it prints. */
export function Report({ title, answer, missing, actions, notice }: ReportProps) {
  const { t, i18n } = useTranslation(['day-close', 'common']);
  const format = useFormat();
  const go = useGo();
  useCommands([
    { id: 'report.back', chord: 'Esc', label: 'shell:keys.back', run: () => go('/day-close') },
  ]);
  const { data, failure } = answer;
  return (
    <>
      <ScreenHead title={title} {...(data && { detail: dayInWords(data.businessDate, format) })}>
        <Button hint="Esc" onClick={() => go('/day-close')}>
          {t('toDrawer')}
        </Button>
        {data ? actions : null}
      </ScreenHead>
      <FailureNote failure={failure} />
      {data === undefined && failure === undefined ? (
        <Progress label={t('common:loading')} />
      ) : null}
      {data === null ? <EmptyState icon="receipt" title={missing} /> : null}
      {data ? (
        <>
          {notice}
          <div className="report-paper">
            <PaperView paper={dayClosePaper(data, i18n.language === 'es' ? 'es' : 'en')} />
          </div>
        </>
      ) : null}
    </>
  );
}
