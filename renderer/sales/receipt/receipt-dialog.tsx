import './receipt.css';
import type { SaleId } from '#shared/ids.ts';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { PaperView } from '../../documents/paper-view.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { useSelling } from '../selling-context.tsx';
import { PaperActs } from './paper-acts.tsx';
import { useReceipt } from './use-receipt.ts';
import { SaleActs } from './sale-acts.tsx';

/** A receipt as it prints, with what can be done with it: print again as COPY, PDF, return, correct, void. */
export function ReceiptDialog() {
  const { t } = useTranslation('sell');
  const { receiptOf, showReceipt } = useSelling();
  return (
    <Dialog
      help="receipts"
      open={receiptOf !== undefined}
      title={t('receipt.title')}
      width="wide"
      onClose={() => showReceipt(undefined)}
    >
      {receiptOf === undefined ? null : <Receipt key={receiptOf} saleId={receiptOf} />}
    </Dialog>
  );
}

function Receipt({ saleId }: { readonly saleId: SaleId }) {
  const { t } = useTranslation('sell');
  const { facts, paper, columns, missing, failure } = useReceipt(saleId);
  if (missing) return <RefusalNote refusal={{ code: 'SALE_NOT_FOUND' }} />;
  if (!facts || !paper) return <FailureNote failure={failure} />;
  return (
    <div className="receipt">
      <div className="receipt-paper" tabIndex={0} role="group" aria-label={t('receipt.preview')}>
        <PaperView paper={paper} columns={columns} />
      </div>
      <div className="receipt-acts">
        <PaperActs saleId={saleId} printLabel={t('receipt.reprint')} />
        {facts.voided ? null : <SaleActs saleId={saleId} facts={facts} />}
      </div>
    </div>
  );
}
