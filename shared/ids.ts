/** A UUID version 7 made on the register, lower case. Rises with time, so that inserts append. */
export type Id<Kind extends string = string> = string & { readonly __id: Kind };

export type StoreId = Id<'store'>;
export type RegisterId = Id<'register'>;
export type DeviceId = Id<'device'>;
export type StaffId = Id<'staff'>;
export type CustomerId = Id<'customer'>;
export type PieceId = Id<'piece'>;
/** UUID version 5 of subject and content: the same photo of the same thing is one, on whatever register. */
export type PhotoId = Id<'photo'>;
export type SaleId = Id<'sale'>;
export type SaleLineId = Id<'saleLine'>;
export type CartId = Id<'cart'>;
export type DrawerSessionId = Id<'drawerSession'>;
export type TaxRuleId = Id<'taxRule'>;
export type BatchId = Id<'batch'>;
/** UUID version 5 of kind and subject, so that every register makes the same one. */
export type ReviewTaskId = Id<'reviewTask'>;
/** UUID version 5 of task and document. */
export type ReviewCauseId = Id<'reviewCause'>;
/** Made by the window once per attempt and kept over its retries: the store recognises a command it has already done. */
export type CommandId = Id<'command'>;
