import type { SaleId } from '#shared/ids.ts';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { useGo } from '../../app/navigation.ts';
import { paperAddress } from '../../app/papers/paper-address.ts';
import { savePaperPdf } from '../../app/papers/save-paper.ts';
import { useMay } from '../../app/session/session.ts';
import { useCommand } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';
import { useSelling } from '../selling-context.tsx';

export interface PaperActsProps {
  readonly saleId: SaleId;
  readonly printLabel: string;
}

/** What can be made of a receipt: another print, marked COPY, and a PDF. */
export function PaperActs({ saleId, printLabel }: PaperActsProps) {
  const { t } = useTranslation('sell');
  const { show } = useToasts();
  const { showReceipt } = useSelling();
  const go = useGo();
  const mayPrint = useMay('printing.use');
  const reprint = useCommand((store, id: SaleId, commandId) =>
    store.printing.reprint({ commandId, saleId: id }),
  );
  const print = async () => {
    const answer = await reprint.run(saleId);
    if (answer?.ok === true) show({ text: t('receipt.queued') });
  };
  const pdf = async () => {
    const address = paperAddress({ kind: 'receipt', subjectId: saleId, options: {} }, 'roll');
    const saved = await savePaperPdf(window, address);
    if (saved === 'saved') show({ text: t('receipt.saved'), tone: 'success' });
    if (saved === 'failed') show({ text: t('receipt.notSaved'), tone: 'warning' });
    if (saved === 'browser') {
      showReceipt(undefined);
      go(`/paper/${address.kind}/${address.id}`, { print: true });
    }
  };
  return (
    <>
      {mayPrint ? (
        <Button size={44} wide icon="print" busy={reprint.pending} onClick={() => void print()}>
          {printLabel}
        </Button>
      ) : null}
      <Button size={44} wide onClick={() => void pdf()}>
        {t('receipt.pdf')}
      </Button>
      <RefusalNote refusal={reprint.refusal} />
      <FailureNote failure={reprint.failure} />
    </>
  );
}
