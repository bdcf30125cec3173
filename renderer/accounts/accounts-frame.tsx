import './accounts.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { useAsked, useGo } from '../app/navigation.ts';
import { useMay } from '../app/session/session.ts';
import type { StoreAnswer } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Tabs } from '../ui/choices/tabs.tsx';
import { ScreenHead } from '../ui/layout/card.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { Progress } from '../ui/messages/progress.tsx';
import { ACCOUNT_PARTS, type AccountPart, addressOf } from './parts.ts';

export interface AccountsFrameProps {
  readonly part: AccountPart;
  readonly detail?: ReactNode;
  /** Buttons at the right end of the first line. */
  readonly actions?: ReactNode;
  /** At the right end of the tabs: the day a list shows. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** One part of what is owed and held: its name, the tabs of all parts, and the part below. */
export function AccountsFrame({ part, detail, actions, beside, children }: AccountsFrameProps) {
  const { t } = useTranslation('accounts');
  const go = useGo();
  // Each part is a screen of its own: the tab that was chosen keeps the focus in the next one.
  const byTab = useAsked()['byTab'] === true;
  const mayRead = useMay('sales.read');
  if (!mayRead) return <EmptyState icon="lock" title={t('mayNot')} />;
  return (
    <>
      <ScreenHead title={t(`part.${part}`)} detail={detail}>
        {actions}
      </ScreenHead>
      <div className="accounts-tabs">
        <Tabs
          label={t('parts')}
          value={part}
          tabs={ACCOUNT_PARTS.map((each) => ({ value: each, label: t(`part.${each}`) }))}
          onChange={(next) => go(addressOf(next), { byTab: true })}
          autoFocus={byTab}
        />
        {beside}
      </div>
      {children}
    </>
  );
}

export interface AnsweredProps<Value> {
  readonly answer: StoreAnswer<Value>;
  readonly children: (value: Value) => ReactNode;
}

/** What the store answered, or why it did not. */
export function Answered<Value>({ answer, children }: AnsweredProps<Value>) {
  const { t } = useTranslation('common');
  if (answer.data !== undefined) return children(answer.data);
  if (answer.failure)
    return (
      <FailureNote
        failure={answer.failure}
        action={<Button onClick={answer.again}>{t('retry')}</Button>}
      />
    );
  return <Progress label={t('loading')} />;
}
