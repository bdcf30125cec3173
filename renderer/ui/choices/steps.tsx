import './choices.css';
import { Icon } from '../icons/icon.tsx';

export interface StepsProps {
  readonly label: string;
  readonly steps: readonly string[];
  /** Index of the step on screen; those before it are done. */
  readonly at: number;
}

/** Where one is in a row of steps: day close, first run, import. */
export function Steps({ label, steps, at }: StepsProps) {
  return (
    <ol className="ui-steps" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          data-state={index < at ? 'done' : 'open'}
          aria-current={index === at ? 'step' : undefined}
        >
          <span>{index < at ? <Icon name="check" small /> : index + 1}</span>
          <span className="ui-steps-words">{step}</span>
        </li>
      ))}
    </ol>
  );
}
