import './returns.css';
import type { SaleId } from '#shared/ids.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { useSelling } from '../selling-context.tsx';
import { BlindForm } from './blind-form.tsx';
import { FindSale } from './find-sale.tsx';
import { ReturnDesk } from './return-desk.tsx';

/** F5: what the customer brings back. The sale is found, its lines are ticked, and they go into the cart. */
export function ReturnDialog() {
  const { t } = useTranslation('returns');
  const { dialog, closeDialog } = useSelling();
  const asked = dialog?.kind === 'return' ? dialog : undefined;
  return (
    <Dialog
      help="returns"
      open={asked !== undefined}
      title={t('title')}
      width="wide"
      onClose={closeDialog}
    >
      {asked === undefined ? null : (
        <Steps
          key={`${asked.saleId} ${asked.searched}`}
          saleId={asked.saleId}
          positions={asked.positions}
          searched={asked.searched}
          onClose={closeDialog}
        />
      )}
    </Dialog>
  );
}

type Step =
  | { readonly step: 'find' }
  | {
      readonly step: 'lines';
      readonly saleId: SaleId;
      /** Named by a gift receipt. */
      readonly positions: readonly number[];
    }
  | { readonly step: 'blind' };

interface StepsProps {
  readonly saleId: SaleId | null;
  readonly positions: readonly number[];
  readonly searched: string;
  readonly onClose: () => void;
}

function Steps({ saleId, positions, searched, onClose }: StepsProps) {
  const [at, setAt] = useState<Step>(
    saleId === null ? { step: 'find' } : { step: 'lines', saleId, positions },
  );
  switch (at.step) {
    case 'find':
      return (
        <FindSale
          searched={searched}
          onFound={(found, named) => setAt({ step: 'lines', saleId: found, positions: named })}
          onBlind={() => setAt({ step: 'blind' })}
        />
      );
    case 'lines':
      return (
        <ReturnDesk
          saleId={at.saleId}
          positions={at.positions}
          onBack={() => setAt({ step: 'find' })}
          onDone={onClose}
        />
      );
    case 'blind':
      return <BlindForm onBack={() => setAt({ step: 'find' })} onDone={onClose} />;
  }
}
