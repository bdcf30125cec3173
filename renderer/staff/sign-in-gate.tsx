import './sign-in.css';
import { Activity, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { useSessionAnswer } from '../app/session/session.ts';
import { Button } from '../ui/actions/button.tsx';
import { SignInPage } from './sign-in-page.tsx';

/**
 * Nothing of the shop is in sight before somebody signed in. While the register is locked its screens stay as they
 * were, unseen and idle, so that a half-typed form is still there for whoever comes back.
 */
export function SignInGate({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('common');
  const { data: session, failure, again } = useSessionAnswer();
  const [opened, setOpened] = useState(false);
  if (!opened && session) setOpened(true);
  if (session === undefined) {
    return failure === undefined ? null : (
      <main className="app-page">
        <FailureNote failure={failure} action={<Button onClick={again}>{t('retry')}</Button>} />
      </main>
    );
  }
  return (
    <>
      {opened ? (
        <Activity mode={session === null ? 'hidden' : 'visible'}>{children}</Activity>
      ) : null}
      {session === null ? <SignInPage /> : null}
    </>
  );
}
