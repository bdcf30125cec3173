import { useOptionalCart } from './cart/cart-context.tsx';
import { CustomerDisplay } from './customer-display/customer-display.tsx';
import { CustomerDialog } from './buyer/customer-dialog.tsx';
import { ItemDialog } from './cart/item-dialog.tsx';
import { CorrectDialog } from './corrections/correct-dialog.tsx';
import { PiecesDialog } from './find/pieces-dialog.tsx';
import { ScanAnywhere } from './find/scan-anywhere.tsx';
import { PaySheet } from './pay/pay-sheet.tsx';
import { PriceDialog } from './price/price-dialog.tsx';
import { ReceiptDialog } from './receipt/receipt-dialog.tsx';
import { ReturnDialog } from './returns/return-dialog.tsx';
import { AccountPaymentDialog } from './quick-keys/account-payment-dialog.tsx';
import { GiftCardDialog } from './quick-keys/gift-card-dialog.tsx';
import { ShippingDialog } from './quick-keys/shipping-dialog.tsx';
import { RecallDialog } from './sell/recall-dialog.tsx';

/** What selling does from any screen: it hears scans, and its dialogs open over whatever is there. */
export function SellingResident() {
  const maySell = useOptionalCart() !== undefined;
  return (
    <>
      <CustomerDisplay />
      {maySell ? <SellersOnly /> : null}
      <ReceiptDialog />
    </>
  );
}

function SellersOnly() {
  return (
    <>
      <ScanAnywhere />
      <ItemDialog />
      <CustomerDialog />
      <PriceDialog />
      <GiftCardDialog />
      <AccountPaymentDialog />
      <ShippingDialog />
      <PiecesDialog />
      <RecallDialog />
      <PaySheet />
      <ReturnDialog />
      <CorrectDialog />
    </>
  );
}
