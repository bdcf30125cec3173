import { useTranslation } from 'react-i18next';
import { useGo } from '../app/navigation.ts';
import { useMay } from '../app/session/session.ts';
import { useCommands } from '../commands/command-context.tsx';
import { Button } from '../ui/actions/button.tsx';

/** What is done with stock as a whole: take an invoice in, change prices, print tags. */
export function StockWork() {
  const { t } = useTranslation(['stock', 'counts', 'receive', 'reprice', 'tags']);
  const go = useGo();
  const mayReceive = useMay('stock.receive');
  const mayReprice = useMay('stock.reprice');
  const receive = () => go('/stock/receive');
  const reprice = () => go('/stock/reprice');
  const counts = () => go('/stock/counts');
  const tags = () => go('/stock/tags');
  useCommands([
    {
      id: 'stock.receive',
      chord: 'Alt+R',
      label: 'receive:keys.open',
      when: () => mayReceive,
      run: receive,
    },
    {
      id: 'stock.reprice',
      chord: 'Alt+P',
      label: 'reprice:keys.open',
      when: () => mayReprice,
      run: reprice,
    },
    { id: 'stock.counts', chord: 'Alt+K', label: 'counts:keys.open', run: counts },
    { id: 'stock.tags', chord: 'Alt+T', label: 'tags:keys.open', run: tags },
  ]);
  return (
    <>
      {mayReceive ? (
        <Button icon="receipt" hint="Alt+R" onClick={receive}>
          {t('receive:open')}
        </Button>
      ) : null}
      {mayReprice ? (
        <Button hint="Alt+P" onClick={reprice}>
          {t('reprice:open')}
        </Button>
      ) : null}
      <Button icon="check" hint="Alt+K" onClick={counts}>
        {t('counts:openCounts')}
      </Button>
      <Button icon="tag" hint="Alt+T" onClick={tags}>
        {t('tags:open')}
      </Button>
    </>
  );
}
