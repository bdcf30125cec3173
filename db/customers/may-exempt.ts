import { mayDo } from '#shared/staff/permissions.ts';
import type { CommandContext } from '../write-path/command-context.ts';

/** Whether who acts may say that a customer pays no tax, or pays it again. The program itself may. */
export function mayExempt({ actor }: CommandContext): boolean {
  return actor === null || mayDo(actor.roles, 'customers.exempt');
}
