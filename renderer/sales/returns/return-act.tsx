import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/actions/button.tsx';
import { useSelling } from '../selling-context.tsx';

/** What the customer brings back: from the Sell screen, with F5. */
export function ReturnAct() {
  const { t } = useTranslation('returns');
  const { openDialog } = useSelling();
  return (
    <Button
      hint="F5"
      onClick={() => openDialog({ kind: 'return', saleId: null, positions: [], searched: '' })}
    >
      {t('act')}
    </Button>
  );
}
