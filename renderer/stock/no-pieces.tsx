import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/actions/button.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';

export interface NoPiecesProps {
  readonly text: string;
  readonly filtered: boolean;
  readonly onAll: () => void;
  readonly add: ReactNode;
  readonly bring: ReactNode;
}

/** An empty list says what belongs here, or how to see more again. */
export function NoPieces({ text, filtered, onAll, add, bring }: NoPiecesProps) {
  const { t } = useTranslation('stock');
  if (text === '' && !filtered)
    return (
      <EmptyState
        icon="gem"
        title={t('empty.title')}
        actions={
          <>
            {add}
            {bring}
          </>
        }
      >
        {t('empty.next')}
      </EmptyState>
    );
  return (
    <EmptyState
      icon="search"
      title={text === '' ? t('none.status') : t('none.title', { text })}
      actions={
        <>
          <Button onClick={onAll}>{t('none.all')}</Button>
          {add}
        </>
      }
    >
      {t('none.next')}
    </EmptyState>
  );
}
