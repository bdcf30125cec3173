import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../app/navigation.ts';
import { useCartInHand } from '../app/sale-desk.ts';
import { useCommands } from '../commands/command-context.tsx';
import { Button } from '../ui/actions/button.tsx';
import { SaveQuoteDialog } from './save-quote-dialog.tsx';

/** Alt+Q: the cart is kept as a quote; without lines the quotes given open. */
export function QuoteAct() {
  const { t } = useTranslation('quotes');
  const go = useGo();
  const inHand = useCartInHand();
  const [saving, setSaving] = useState(false);
  const has = (inHand?.cart.lines.length ?? 0) > 0;
  const run = () => (has ? setSaving(true) : go('/sell/quotes'));
  useCommands([
    { id: 'quote.open', chord: 'Alt+Q', label: has ? 'quotes:save' : 'quotes:title', run },
  ]);
  return (
    <>
      <Button hint="Alt+Q" onClick={run}>
        {has ? t('save') : t('title')}
      </Button>
      <SaveQuoteDialog open={saving} onClose={() => setSaving(false)} />
    </>
  );
}
