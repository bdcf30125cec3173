/** What the running shop told the world, and what therefore must be there after any crash. One line of the marks file. */
export type Acknowledgement =
  /** The first run is done: from here on there is a shop. */
  | { readonly kind: 'created' }
  | { readonly kind: 'command'; readonly commandId: string }
  | AcknowledgedSale
  | { readonly kind: 'void'; readonly commandId: string; readonly saleId: string }
  /** A cart as it was kept; later saves raise the version. */
  | { readonly kind: 'cart'; readonly cartId: string; readonly version: number }
  | { readonly kind: 'backup'; readonly backupId: string }
  /** The process says where it is, and promises nothing. */
  | { readonly kind: 'point'; readonly name: 'opening' | 'open' | 'closed' };

export interface AcknowledgedSale {
  readonly kind: 'sale';
  readonly commandId: string;
  readonly saleId: string;
  readonly number: string;
  readonly totalCents: number;
  readonly changeCents: number;
  readonly lines: readonly {
    readonly lineId: string;
    readonly pieceId: string | null;
    readonly quantityThousandths: number;
  }[];
  readonly payments: readonly { readonly paymentId: string; readonly amountCents: number }[];
}

export function writeAcknowledgement(acknowledgement: Acknowledgement): string {
  return `${JSON.stringify(acknowledgement)}\n`;
}

/** Reads marks, one a line. A last line that a kill cut short was not said. */
export function readAcknowledgements(text: string): readonly Acknowledgement[] {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Acknowledgement);
}
