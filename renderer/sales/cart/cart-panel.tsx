import './cart.css';
import { useSelling } from '../selling-context.tsx';
import { CartFoot } from '../sums/cart-foot.tsx';
import { useCart } from './cart-context.tsx';
import { CartCustomer } from '../buyer/cart-customer.tsx';
import { CartLines } from '../lines/cart-lines.tsx';
import { JustSoldPanel } from './just-sold-panel.tsx';

/** The right column: whose sale, its lines, its sums, and Pay always at the bottom right. */
export function CartPanel() {
  const { cart } = useCart();
  const { justSold } = useSelling();
  const untouched = cart.lines.length === 0 && cart.customerId === null;
  if (justSold && untouched) return <JustSoldPanel sold={justSold} />;
  return (
    <div className="cart">
      <CartCustomer />
      <CartLines />
      <CartFoot />
    </div>
  );
}
