import './layout.css';
import type { ReactNode } from 'react';

export interface CardProps {
  readonly title?: ReactNode;
  /** Chips, amounts and links at the right end of the head. */
  readonly aside?: ReactNode;
  readonly edge?: 'warning' | 'danger' | 'success' | 'accent';
  readonly padded?: boolean;
  /** Takes the room that is left and scrolls inside. */
  readonly fill?: boolean;
  readonly label?: string;
  readonly children: ReactNode;
}

export function Card(props: CardProps) {
  const { title, aside, edge, padded = false, fill = false, label, children } = props;
  return (
    <section
      className="ui-card"
      data-edge={edge}
      data-padded={padded}
      data-fill={fill}
      aria-label={label}
    >
      {title === undefined ? null : (
        <header className="ui-card-head">
          <h2 className="ui-grow">{title}</h2>
          {aside}
        </header>
      )}
      <div className="ui-card-body">{children}</div>
    </section>
  );
}

export interface SectionTitleProps {
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

export function SectionTitle({ hint, children }: SectionTitleProps) {
  return (
    <h2 className="ui-section-title">
      <span>{children}</span>
      {hint === undefined ? null : <span className="ui-section-hint">{hint}</span>}
    </h2>
  );
}

export interface ScreenHeadProps {
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** Buttons at the right end. */
  readonly children?: ReactNode;
}

/** The first line of every screen: its name, what it shows, and what one can do with all of it. */
export function ScreenHead({ title, detail, children }: ScreenHeadProps) {
  return (
    <header className="ui-screen-head">
      <div className="ui-row" data-gap="8" data-align="baseline">
        <h1 className="ui-text" data-size="title">
          {title}
        </h1>
        {detail === undefined ? null : (
          <span className="ui-text" data-tone="muted">
            {detail}
          </span>
        )}
      </div>
      <div className="ui-row" data-gap="8">
        {children}
      </div>
    </header>
  );
}
