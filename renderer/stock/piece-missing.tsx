import { useTranslation } from 'react-i18next';
import { AnswerMissing } from '../app/answer-missing.tsx';
import { useGo } from '../app/navigation.ts';
import { useCommands } from '../commands/command-context.tsx';
import type { StoreAnswer } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';

/** Stands where the piece would be: while it is looked for, when it cannot be read, when there is none. */
export function PieceMissing({ answer }: { readonly answer: StoreAnswer<unknown> }) {
  const { t } = useTranslation('stock');
  const go = useGo();
  const back = () => go('/stock');
  useCommands([{ id: 'piece.back', chord: 'Esc', label: 'stock:keys.list', run: back }]);
  return (
    <AnswerMissing answer={answer}>
      <EmptyState
        icon="gem"
        title={t('gone.title')}
        actions={<Button onClick={back}>{t('none.all')}</Button>}
      >
        {t('gone.next')}
      </EmptyState>
    </AnswerMissing>
  );
}
