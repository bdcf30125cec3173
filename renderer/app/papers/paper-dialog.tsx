import './paper-dialog.css';
import type { PaperWish } from '#shared/printing/paper-wish.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LetterView } from '../../documents/letter-view.tsx';
import { PaperView } from '../../documents/paper-view.tsx';
import { Segmented } from '../../ui/choices/segmented.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { Progress } from '../../ui/messages/progress.tsx';
import { FailureNote, RefusalNote } from '../answer-notes.tsx';
import { PaperActs } from './paper-acts.tsx';
import type { PaperForm } from './paper-address.ts';
import { usePaper } from './use-paper.ts';

export interface PaperDialogProps {
  /** Undefined: closed. */
  readonly wish: PaperWish | undefined;
  /** How it stands at first; the person may change it. */
  readonly form?: PaperForm;
  readonly onClose: () => void;
}

/** Any paper of the store as it prints, on the roll or on a letter sheet, with print and PDF beside it. */
export function PaperDialog({ wish, form = 'roll', onClose }: PaperDialogProps) {
  const { t } = useTranslation('papers');
  const title = wish ? t(`kind.${wish.kind}`) : '';
  return (
    <Dialog open={wish !== undefined} title={title} width="wide" onClose={onClose}>
      {wish ? <Preview wish={wish} first={form} onClose={onClose} /> : null}
    </Dialog>
  );
}

interface PreviewProps {
  readonly wish: PaperWish;
  readonly first: PaperForm;
  readonly onClose: () => void;
}

function Preview({ wish, first, onClose }: PreviewProps) {
  const { t } = useTranslation(['papers', 'common']);
  const [form, setForm] = useState(first);
  const { paper, columns, missing, failure } = usePaper(wish);
  if (missing) return <RefusalNote refusal={{ code: 'PAPER_NOT_FOUND' }} />;
  if (failure) return <FailureNote failure={failure} />;
  return (
    <div className="paper-dialog">
      <div className="paper-dialog-sheet" tabIndex={0} role="group" aria-label={t('preview')}>
        {paper === undefined ? <Progress label={t('common:loading')} /> : null}
        {paper && form === 'roll' ? <PaperView paper={paper} columns={columns} /> : null}
        {paper && form === 'letter' ? <LetterView paper={paper} /> : null}
      </div>
      <div className="paper-dialog-acts">
        <Segmented
          label={t('form.label')}
          value={form}
          choices={[
            { value: 'roll', label: t('form.roll') },
            { value: 'letter', label: t('form.letter') },
          ]}
          onChange={setForm}
        />
        <PaperActs wish={wish} form={form} printLabel={t('print')} onLeave={onClose} />
      </div>
    </div>
  );
}
