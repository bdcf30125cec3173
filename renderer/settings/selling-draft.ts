import type { Cents, RatePpm } from '#shared/money.ts';
import type { SellingFields } from '#shared/settings/contract.ts';

type Typed<Value> = Value | undefined;

/** The selling terms as they are typed; undefined where a field is empty or holds what it cannot. */
export interface SellingDraft {
  readonly floatCents: Typed<Cents>;
  readonly defaultTender: SellingFields['defaultTender'];
  readonly cashRounding: SellingFields['cashRounding'];
  readonly reasonFromPpm: Typed<RatePpm>;
  readonly overrideFromPpm: Typed<RatePpm>;
  /** Empty: no sale needs a customer. */
  readonly customerFromCents: Typed<Cents>;
  readonly restockingPpm: Typed<RatePpm>;
  readonly restockingMinCents: Typed<Cents>;
  readonly restockingFreeDays: Typed<number>;
  readonly tradeUpPpm: Typed<RatePpm>;
  readonly giftCardCapCents: Typed<Cents>;
  readonly quoteDays: Typed<number>;
  readonly approvalDays: Typed<number>;
  /** Fields that hold what cannot be read, though an empty one would do. */
  readonly unreadable: boolean;
}

export function sellingDraft(stored: SellingFields): SellingDraft {
  const customerFromCents = stored.customerFromCents ?? undefined;
  return { ...stored, customerFromCents, unreadable: false };
}

/** What is saved, beside what is set elsewhere; undefined while a field must still be filled. */
export function sellingOf(draft: SellingDraft, stored: SellingFields): SellingFields | undefined {
  const { unreadable, customerFromCents, ...typed } = draft;
  const filled = allFilled(typed);
  if (unreadable || filled === undefined) return undefined;
  return {
    ...filled,
    customerFromCents: customerFromCents ?? null,
    homeTaxAreaId: stored.homeTaxAreaId,
    taxRounding: stored.taxRounding,
  };
}

type Filled<Fields> = { readonly [Name in keyof Fields]: Exclude<Fields[Name], undefined> };

function allFilled<Fields extends object>(fields: Fields): Filled<Fields> | undefined {
  // Narrowing: nothing undefined is left among them.
  return Object.values(fields).includes(undefined) ? undefined : (fields as Filled<Fields>);
}
