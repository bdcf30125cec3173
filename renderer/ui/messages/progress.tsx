import './messages.css';
import { useTranslation } from 'react-i18next';
import { Button } from '../actions/button.tsx';

export interface ProgressProps {
  readonly label: string;
  readonly done?: number;
  /** Left out: how much there is, is not known yet. */
  readonly total?: number;
  /** "412 of 1,000 pieces" */
  readonly detail?: string;
  readonly secondsLeft?: number;
  readonly onCancel?: () => void;
}

/** Work that takes longer than a second. Longer than three it can be cancelled, longer than ten it says what is left. */
export function Progress({ label, done = 0, total, detail, secondsLeft, onCancel }: ProgressProps) {
  const { t } = useTranslation('common');
  const share = total === undefined || total === 0 ? undefined : Math.min(done / total, 1);
  const percent = share === undefined ? undefined : Math.floor(share * 100);
  return (
    <div className="ui-progress">
      <div className="ui-row" data-gap="8" data-apart="true">
        <span>{label}</span>
        {onCancel === undefined ? null : <Button onClick={onCancel}>{t('cancel')}</Button>}
      </div>
      <div
        className="ui-progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div
          className="ui-progress-bar"
          data-unknown={percent === undefined}
          {...(percent === undefined ? {} : { style: { width: `${percent}%` } })}
        />
      </div>
      <div className="ui-text" data-size="second" data-tone="muted">
        {detail}
        {secondsLeft === undefined ? null : ` ${t('timeLeft', { seconds: secondsLeft })}`}
      </div>
    </div>
  );
}
