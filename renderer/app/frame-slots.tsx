import { frameParts } from './parts.ts';
import type { CustomerCardProps, PieceAwayProps } from './screen.ts';

/** What other domains make of the cart, as buttons beside Park. */
export function SellActs() {
  return frameParts.map((part, index) => part.sellAct && <part.sellAct key={index} />);
}

/** What other domains know of a customer. */
export function CustomerCards({ customerId }: CustomerCardProps) {
  return frameParts.map(
    (part, index) => part.customerCard && <part.customerCard key={index} customerId={customerId} />,
  );
}

/** With whom a piece is that is not in the case. */
export function PieceAway(props: PieceAwayProps) {
  return frameParts.map(
    (part, index) => part.pieceAway && <part.pieceAway key={index} {...props} />,
  );
}
