import './messages.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icons/icon.tsx';
import { useHelpDesk } from './help-context.ts';

export interface NoteProps {
  readonly tone?: 'info' | 'success' | 'warning' | 'danger';
  /** What happened, as a short sentence. */
  readonly title?: ReactNode;
  /** Code of the refusal or failure, for the help page and for support. */
  readonly code?: string;
  /** A button that does the next step. */
  readonly action?: ReactNode;
  /** The next step, in words. */
  readonly children?: ReactNode;
}

/** A fact that must be seen where one works. Warnings and failures are read out at once. */
export function Note({ tone, title, code, action, children }: NoteProps) {
  const { t } = useTranslation('common');
  const help = useHelpDesk();
  const urgent = tone === 'danger' || tone === 'warning';
  return (
    <div className="ui-note" data-tone={tone} role={tone === 'danger' ? 'alert' : 'note'}>
      {urgent ? <Icon name="alert" small /> : null}
      <div className="ui-note-words">
        {title === undefined ? null : <b>{title} </b>}
        {children}
        {code === undefined ? null : (
          <div className="ui-note-code">
            {t('code', { code })}
            {help === undefined ? null : (
              <button type="button" className="ui-note-help" onClick={() => help.open(code)}>
                {t('whatIsThis')}
              </button>
            )}
          </div>
        )}
      </div>
      {action === undefined ? null : <div className="ui-note-act">{action}</div>}
    </div>
  );
}
