import type { CustomerId, Id } from '#shared/ids.ts';
import type { Approval, ApprovalSummary } from '#shared/sales/approvals/contract.ts';
import { usePathParts } from '../app/navigation.ts';
import { useStoreQuery, type StoreAnswer } from '../store-client/store-hooks.tsx';

/** Everything that moves a piece on approval, or names whose it is. */
const TABLES = ['approval', 'approval_line', 'approval_event', 'customer', 'sale', 'sale_void'];

/** Open ones by due date; of a customer, all of them. */
export function useApprovals(
  enabled: boolean,
  customerId?: CustomerId,
): StoreAnswer<readonly ApprovalSummary[]> {
  return useStoreQuery({
    key: ['approvals.list', customerId],
    tables: TABLES,
    enabled,
    read: (store) => store.approvals.list(customerId === undefined ? {} : { customerId }),
  });
}

/** The approval this screen's address names; null: there is none. */
export function useApproval(approvalId: Id<'approval'>): StoreAnswer<Approval | null> {
  return useStoreQuery({
    key: ['approvals.get', approvalId],
    tables: TABLES,
    read: (store) => store.approvals.get({ approvalId }),
  });
}

/** Parsing: the address is text, the store checks that it is an id. */
export function useApprovalIdOfPath(): Id<'approval'> {
  return (usePathParts()['approvalId'] ?? '') as Id<'approval'>;
}
