import type { PaperWish } from '#shared/printing/paper-wish.ts';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';
import { FailureNote, RefusalNote } from '../answer-notes.tsx';
import { useGo } from '../navigation.ts';
import { useMay } from '../session/session.ts';
import { paperAddress, type PaperForm } from './paper-address.ts';
import { savePaperPdf } from './save-paper.ts';

export interface PaperActsProps {
  readonly wish: PaperWish;
  readonly form: PaperForm;
  readonly printLabel: string;
  /** A dialog above the window goes before the browser's own print is shown. */
  readonly onLeave?: () => void;
}

/** What can be made of a paper: a print on the register's printer, and a PDF in the form that is shown. */
export function PaperActs({ wish, form, printLabel, onLeave }: PaperActsProps) {
  const { t } = useTranslation('papers');
  const { show } = useToasts();
  const go = useGo();
  const mayPrint = useMay('sales.sell');
  const printing = useCommand((store, wanted: PaperWish, commandId) =>
    store.printing.print({ ...wanted, commandId }),
  );
  const print = async () => {
    const answer = await printing.run(wish);
    if (answer?.ok === true) show({ text: t('queued'), seconds: 4 });
  };
  const pdf = async () => {
    const address = paperAddress(wish, form);
    const saved = await savePaperPdf(window, address);
    if (saved === 'saved') show({ text: t('saved'), tone: 'success' });
    if (saved === 'failed') show({ text: t('notSaved'), tone: 'warning' });
    if (saved === 'browser') {
      onLeave?.();
      go(`/paper/${address.kind}/${address.id}`, { print: true });
    }
  };
  return (
    <>
      {mayPrint ? (
        <Button size={44} wide icon="print" busy={printing.pending} onClick={() => void print()}>
          {printLabel}
        </Button>
      ) : null}
      <Button size={44} wide onClick={() => void pdf()}>
        {t('savePdf')}
      </Button>
      <RefusalNote refusal={printing.refusal} />
      <FailureNote failure={printing.failure} />
    </>
  );
}
