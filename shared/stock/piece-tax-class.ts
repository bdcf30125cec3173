/** What a piece can be to the tax. */
export const PIECE_TAX_CLASSES = ['goods', 'bullion', 'part'] as const;
export type PieceTaxClass = (typeof PIECE_TAX_CLASSES)[number];
