import './counter-documents.css';
import type { PaperWish } from '#shared/printing/paper-wish.ts';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/command-context.tsx';
import type { StoreAnswer } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { ScreenHead } from '../../ui/layout/card.tsx';
import { EmptyState } from '../../ui/messages/empty-state.tsx';
import { AnswerMissing } from '../answer-missing.tsx';
import { useGo } from '../navigation.ts';
import { PaperDialog } from '../papers/paper-dialog.tsx';
import { Side } from '../slots.tsx';
import { DOCUMENT_ICONS, type DocumentArea } from './areas.ts';

export interface DocumentMissingProps {
  readonly area: DocumentArea;
  readonly answer: StoreAnswer<unknown>;
}

/** Stands where the document would be. */
export function DocumentMissing({ area, answer }: DocumentMissingProps) {
  const { t } = useTranslation(area);
  const go = useGo();
  return (
    <AnswerMissing answer={answer}>
      <EmptyState
        icon={DOCUMENT_ICONS[area]}
        title={t('gone')}
        actions={<Button onClick={() => go(`/sell/${area}`)}>{t('all')}</Button>}
      />
    </AnswerMissing>
  );
}

export interface DocumentPageProps {
  readonly area: DocumentArea;
  readonly number: string;
  readonly detail: string;
  readonly paper: PaperWish;
  /** Buttons after the one for the paper. */
  readonly acts?: ReactNode;
  /** The right column: what it comes to, and the main button. */
  readonly side: ReactNode;
  readonly children: ReactNode;
}

/** One document of the counter: its number, its paper, and the way back to the others. */
export function DocumentPage(props: DocumentPageProps) {
  const { area, number, detail, paper, acts, side, children } = props;
  const { t } = useTranslation(area);
  const go = useGo();
  const [onPaper, setOnPaper] = useState(false);
  const back = () => go(`/sell/${area}`);
  const print = () => setOnPaper(true);
  useCommands([
    { id: `${area}.all`, chord: 'Esc', label: `${area}:all`, run: back },
    { id: `${area}.paper`, chord: 'Ctrl+P', label: `${area}:paper`, run: print },
  ]);
  return (
    <>
      <ScreenHead title={t('titleOf', { number })} detail={detail}>
        <Button hint="Esc" onClick={back}>
          {t('all')}
        </Button>
        <Button icon="print" hint="Ctrl+P" onClick={print}>
          {t('paper')}
        </Button>
        {acts}
      </ScreenHead>
      {children}
      <Side>
        <div className="counter-document-side">{side}</div>
      </Side>
      <PaperDialog wish={onPaper ? paper : undefined} onClose={() => setOnPaper(false)} />
    </>
  );
}
