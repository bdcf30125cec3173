import './shell.css';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/actions/button.tsx';
import { EmptyState } from '../../ui/messages/empty-state.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { useGo } from '../navigation.ts';
import { openSections } from '../parts.ts';

/** One screen threw. The frame stands, the cart is on the disk, and the screen can be opened again. */
export function ScreenStopped({ reset }: { readonly reset: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <Note
      tone="danger"
      title={t('crash.title')}
      code="SCREEN_STOPPED"
      action={<Button onClick={reset}>{t('crash.again')}</Button>}
    >
      {t('crash.next')}
    </Note>
  );
}

export function NotFoundPage() {
  const { t } = useTranslation('shell');
  const go = useGo();
  const [first] = openSections;
  return (
    <EmptyState
      icon="search"
      title={t('notFound.title')}
      actions={
        first === undefined ? null : (
          <Button onClick={() => go(`/${first}`)}>{t('notFound.go')}</Button>
        )
      }
    >
      {t('notFound.next')}
    </EmptyState>
  );
}

interface BoundaryState {
  readonly crashed: boolean;
}

/** The frame itself threw: the last net. */
export class CrashBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { crashed: false };

  static getDerivedStateFromError(): BoundaryState {
    return { crashed: true };
  }

  override componentDidCatch(error: Error): void {
    reportError(error); // to the window's own error event, where the log of the program hears it
  }

  override render(): ReactNode {
    return this.state.crashed ? <WindowStopped /> : this.props.children;
  }
}

function WindowStopped() {
  const { t } = useTranslation('shell');
  return (
    <main className="app-page">
      <Note
        tone="danger"
        title={t('crash.title')}
        code="WINDOW_STOPPED"
        action={<Button onClick={() => window.location.reload()}>{t('crash.restart')}</Button>}
      >
        {t('crash.next')}
      </Note>
    </main>
  );
}
