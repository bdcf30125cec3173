import { useTranslation } from 'react-i18next';
import { AnswerMissing } from '../app/answer-missing.tsx';
import { useGo } from '../app/navigation.ts';
import { useCommands } from '../commands/command-context.tsx';
import type { StoreAnswer } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';

/** Stands where the customer would be: while they are looked for, when they cannot be read, when there is none. */
export function CustomerMissing({ answer }: { readonly answer: StoreAnswer<unknown> }) {
  const { t } = useTranslation('customers');
  const go = useGo();
  const back = () => go('/customers');
  useCommands([{ id: 'customer.back', chord: 'Esc', label: 'customers:keys.list', run: back }]);
  return (
    <AnswerMissing answer={answer}>
      <EmptyState
        icon="customer"
        title={t('gone.title')}
        actions={<Button onClick={back}>{t('none.all')}</Button>}
      >
        {t('gone.next')}
      </EmptyState>
    </AnswerMissing>
  );
}
