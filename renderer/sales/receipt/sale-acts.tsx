import type { ReceiptFacts } from '#shared/documents/receipt-paper.ts';
import type { SaleId } from '#shared/ids.ts';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session/session.ts';
import { useCommands } from '../../commands/command-context.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { useSelling } from '../selling-context.tsx';
import { VoidSale } from './void-sale.tsx';

export interface SaleActsProps {
  readonly saleId: SaleId;
  readonly facts: ReceiptFacts;
}

/** What may still happen to a sale: goods come back, something was written down wrongly, or all of it never was. */
export function SaleActs({ saleId, facts }: SaleActsProps) {
  const { t } = useTranslation('returns');
  const { t: words } = useTranslation('corrections');
  const maySell = useMay('sales.sell');
  const { openDialog, showReceipt } = useSelling();
  const back = useReturnOf(saleId);
  const correct = (part: 'tender' | 'customer') => {
    showReceipt(undefined);
    openDialog({ kind: 'correct', saleId, part });
  };
  useCommands([
    {
      id: 'receipt.return',
      chord: 'F5',
      label: 'returns:keys.open',
      when: () => maySell,
      run: back,
    },
  ]);
  if (!maySell) return null;
  return (
    <>
      <Button size={44} wide hint="F5" onClick={back}>
        {t('act')}
      </Button>
      {facts.customerName === undefined ? (
        <Button size={44} wide onClick={() => correct('customer')}>
          {words('attach')}
        </Button>
      ) : null}
      <Button size={44} wide onClick={() => correct('tender')}>
        {words('act')}
      </Button>
      <VoidSale saleId={saleId} facts={facts} onReturn={back} />
    </>
  );
}

/** Closes the receipt and opens the return desk with its sale. */
function useReturnOf(saleId: SaleId): () => void {
  const { openDialog, showReceipt } = useSelling();
  return () => {
    showReceipt(undefined);
    openDialog({ kind: 'return', saleId, positions: [], searched: '' });
  };
}
