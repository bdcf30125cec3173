import './layout.css';
import type { ReactNode } from 'react';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  readonly strong?: boolean;
}

/** Label left, value beside it: what is known about a piece or a customer. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="ui-facts">
      {facts.map((fact) => (
        <FactPair key={fact.label} fact={fact} />
      ))}
    </dl>
  );
}

function FactPair({ fact }: { readonly fact: Fact }) {
  return (
    <>
      <dt>{fact.label}</dt>
      <dd>{fact.value}</dd>
    </>
  );
}

/** Label left, amount at the right edge: subtotals, taxes, what was counted. */
export function Sums({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="ui-sums">
      {facts.map((fact) => (
        <div key={fact.label} data-strong={fact.strong ?? false}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
