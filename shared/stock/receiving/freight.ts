/** Where the freight of an invoice goes: into the cost of its pieces, or into what running the store costs. */
export const FREIGHT_WAYS = ['allocate', 'expense'] as const;
export type FreightWay = (typeof FREIGHT_WAYS)[number];
