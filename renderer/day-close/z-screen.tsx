import './day-close.css';
import type { PaperWish } from '#shared/printing/paper-wish.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { useAsked, usePathParts } from '../app/navigation.ts';
import { PaperDialog } from '../app/papers/paper-dialog.tsx';
import { useCommands } from '../commands/command-context.tsx';
import { useCommand, useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Row } from '../ui/layout/layout.tsx';
import { Note } from '../ui/messages/note.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { useDayCloses, useSettings } from './drawer-data.ts';
import { Report } from './report-screen.tsx';

/** A closed day as it was printed, for ever the same, with the papers that came with it and after it. */
export function ZReportScreen() {
  const { t } = useTranslation(['day-close', 'papers']);
  const dayCloseId = usePathParts()['dayCloseId'] ?? '';
  const { show } = useToasts();
  const [wish, setWish] = useState<PaperWish>();
  const z = useStoreQuery({
    key: ['dayClose.z', dayCloseId],
    tables: ['day_close', 'day_supplement'],
    read: (store) => store.dayClose.z({ dayCloseId }),
  });
  const print = useCommand((store, id: string, commandId) =>
    store.printing.printZ({ commandId, dayCloseId: id }),
  );
  const printNow = async () => {
    const answer = await print.run(dayCloseId);
    if (answer?.ok === true) show({ text: t('z.queued'), tone: 'success', seconds: 4 });
  };
  useCommands([
    { id: 'z.print', chord: 'Ctrl+P', label: 'day-close:keys.print', run: () => void printNow() },
  ]);
  const number = z.data?.number ?? '';
  return (
    <>
      <Report
        title={t('z.title', { number })}
        answer={z}
        missing={t('z.none')}
        actions={
          <>
            {z.data?.grandTotalCents === undefined ? null : (
              <Button
                onClick={() => setWish({ kind: 'depositSlip', subjectId: dayCloseId, options: {} })}
              >
                {t('papers:kind.depositSlip')}
              </Button>
            )}
            <Button icon="print" hint="Ctrl+P" busy={print.pending} onClick={() => void printNow()}>
              {t('papers:printCopy')}
            </Button>
          </>
        }
        notice={
          <>
            <JustClosed number={number} />
            <Supplements dayCloseId={dayCloseId} onOpen={setWish} />
            <RefusalNote refusal={print.refusal} />
            <FailureNote failure={print.failure} />
          </>
        }
      />
      <PaperDialog wish={wish} onClose={() => setWish(undefined)} />
    </>
  );
}

function JustClosed({ number }: { readonly number: string }) {
  const { t } = useTranslation('day-close');
  const settings = useSettings();
  if (useAsked()['closed'] !== true) return null;
  return (
    <Note tone="success" title={t('z.closed', { number })}>
      {t(settings?.printer === null ? 'z.closedNoPrinter' : 'z.closedNext')}
    </Note>
  );
}

interface SupplementsProps {
  readonly dayCloseId: string;
  readonly onOpen: (wish: PaperWish) => void;
}

/** What came after the close: told in supplements, or still to be told. */
function Supplements({ dayCloseId, onOpen }: SupplementsProps) {
  const { t } = useTranslation('day-close');
  const close = useDayCloses(true).data?.find((each) => each.dayCloseId === dayCloseId);
  const make = useCommand((store, id: string, commandId) =>
    store.dayClose.supplement({ commandId, dayCloseId: id }),
  );
  const open = (subjectId: string) => onOpen({ kind: 'supplement', subjectId, options: {} });
  const makeNow = async () => {
    const answer = await make.run(dayCloseId);
    if (answer?.ok === true) open(answer.value.supplementId);
  };
  if (close === undefined) return null;
  return (
    <>
      {close.late ? (
        <Note
          tone="warning"
          title={t('late.title')}
          action={
            <Button busy={make.pending} onClick={() => void makeNow()}>
              {t('late.make')}
            </Button>
          }
        >
          {t('late.what', { number: close.number })}
        </Note>
      ) : null}
      <RefusalNote refusal={make.refusal} />
      <FailureNote failure={make.failure} />
      {close.supplements.length === 0 ? null : (
        <Row wrap>
          {close.supplements.map(({ supplementId, number }) => (
            <Button key={supplementId} icon="receipt" onClick={() => open(supplementId)}>
              {t('late.open', { number })}
            </Button>
          ))}
        </Row>
      )}
    </>
  );
}
