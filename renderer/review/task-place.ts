import type { ReviewTask } from '#shared/review/contract.ts';

/** Where what a task is about can be looked at and put right. */
export interface TaskPlace {
  readonly name: 'piece' | 'customer' | 'account' | 'unsure';
  readonly address: `/${string}`;
}

/** Undefined where nothing has arrived yet, or where the documents of the task say all. */
export function placeOf({ kind, subjectKind, subjectId, subjectWords }: ReviewTask) {
  if (subjectWords === '') return undefined;
  if (kind === 'payment_unresolved') return place('unsure', '/accounts/unsure');
  if (kind === 'house_account_over_limit') return place('account', `/accounts/house/${subjectId}`);
  if (subjectKind === 'piece') return place('piece', `/stock/${subjectId}`);
  if (subjectKind === 'customer') return place('customer', `/customers/${subjectId}`);
  return undefined;
}

function place(name: TaskPlace['name'], address: TaskPlace['address']): TaskPlace {
  return { name, address };
}
