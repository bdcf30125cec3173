import './first-run.css';
import { useState, type ReactNode } from 'react';
import { useGo } from '../app/navigation.ts';
import { usePersonChanged } from '../app/session/session.ts';
import { useStoresOwnZone, useSystemStatus } from '../app/system-status.ts';
import { CodePage } from './code-page.tsx';
import { RestorePage } from './restore-page.tsx';
import { SetUpPage } from './set-up-page.tsx';
import { WelcomePage } from './welcome-page.tsx';

type View =
  | { readonly at: 'welcome' | 'setUp' | 'restore' }
  /** The store exists; its recovery code is shown once before it opens. */
  | { readonly at: 'code'; readonly code: string };

/** Stands before sign-in as long as there is no store here. */
export function FirstRunGate({ children }: { readonly children: ReactNode }) {
  const { data: status } = useSystemStatus();
  useStoresOwnZone();
  const [view, setView] = useState<View>({ at: 'welcome' });
  const personChanged = usePersonChanged();
  const go = useGo();
  const finish = async () => {
    setView({ at: 'welcome' });
    go('/sell');
    await personChanged();
  };
  if (view.at === 'code') return <CodePage code={view.code} onDone={() => void finish()} />;
  // The store is made before its printer is saved: the wizard stays until it says that it is done.
  if (status?.store.state !== 'empty' && view.at !== 'setUp') return children;
  switch (view.at) {
    case 'welcome':
      return (
        <WelcomePage
          onSetUp={() => setView({ at: 'setUp' })}
          onRestore={() => setView({ at: 'restore' })}
        />
      );
    case 'restore':
      return <RestorePage onBack={() => setView({ at: 'welcome' })} />;
    case 'setUp':
      return (
        <SetUpPage
          onBack={() => setView({ at: 'welcome' })}
          onMade={(code) => {
            if (code === null) void finish();
            else setView({ at: 'code', code });
          }}
        />
      );
  }
}
