import { useTranslation } from 'react-i18next';
import { useGo } from '../../app/navigation.ts';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';

/** The way to what waits to be looked at, where something does. */
export function InspectionButton() {
  const { t } = useTranslation('returns');
  const go = useGo();
  const waiting = useStoreQuery({
    key: ['returns.inspection'],
    tables: ['stock_movement', 'piece', 'sale'],
    read: (store) => store.returns.inspection({}),
  }).data;
  if (waiting === undefined || waiting.length === 0) return null;
  return (
    <Button onClick={() => go('/stock/inspection')}>
      {t('inspect.open')}
      {` · ${waiting.length}`}
    </Button>
  );
}
