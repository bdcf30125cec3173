import './messages.css';
import {
  createContext,
  use,
  useEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/command-context.tsx';
import { Button } from '../actions/button.tsx';
import { IconButton } from '../actions/icon-button.tsx';
import { createToastShelf, type ShelvedToast, type ToastShelf } from './toast-shelf.ts';

const ShelfContext = createContext<ToastShelf | undefined>(undefined);

/** Shows messages: `const { show } = useToasts(); show({ text, action: { label, run } })`. */
export function useToasts(): Pick<ToastShelf, 'show' | 'dismiss'> {
  const shelf = use(ShelfContext);
  if (!shelf) throw new Error('useToasts outside of ToastProvider');
  return shelf;
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [shelf] = useState(() => createToastShelf(Date.now));
  return (
    <ShelfContext value={shelf}>
      {children}
      <Toasts shelf={shelf} />
    </ShelfContext>
  );
}

function Toasts({ shelf }: { readonly shelf: ToastShelf }) {
  const { t } = useTranslation('shell');
  const toasts = useSyncExternalStore(shelf.subscribe, shelf.list);
  const newest = toasts.findLast((toast) => toast.action !== undefined);
  const take = (toast: ShelvedToast) => {
    shelf.dismiss(toast.id);
    toast.action?.run();
  };
  useCommands([
    {
      id: 'undo',
      chord: 'Ctrl+Z',
      label: 'shell:keys.undo',
      everywhere: true,
      when: () => newest !== undefined,
      run: () => newest && take(newest),
    },
  ]);
  return (
    <section className="ui-toasts" aria-label={t('messages')}>
      <div role="status">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} shelf={shelf} onTake={() => take(toast)} />
        ))}
      </div>
    </section>
  );
}

interface ToastCardProps {
  readonly toast: ShelvedToast;
  readonly shelf: ToastShelf;
  readonly onTake: () => void;
}

function ToastCard({ toast, shelf, onTake }: ToastCardProps) {
  const { t } = useTranslation('common');
  const secondsLeft = useSecondsLeft(toast, shelf);
  return (
    <div className="ui-toast" data-tone={toast.tone ?? 'info'}>
      <p>{toast.text}</p>
      {toast.action === undefined ? null : (
        <Button hint="Ctrl+Z" onClick={onTake}>
          {toast.action.label}
          <span className="ui-toast-left" aria-hidden="true">
            {' '}
            {secondsLeft} s
          </span>
        </Button>
      )}
      <IconButton
        icon="close"
        size={24}
        label={t('close')}
        onClick={() => shelf.dismiss(toast.id)}
      />
    </div>
  );
}

function useSecondsLeft(toast: ShelvedToast, shelf: ToastShelf): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => {
      setNowMs(Date.now());
      shelf.sweep();
    }, 250);
    return () => clearInterval(timer);
  }, [shelf]);
  return Math.max(0, Math.ceil((toast.endsAtMs - nowMs) / 1000));
}
