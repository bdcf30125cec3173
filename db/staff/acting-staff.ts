import type { Actor, CommandContext } from '../write-path/command-context.ts';

/** Who acts. Throws where nobody does: the router lets nobody unknown through to a command that needs a person. */
export function actingStaff({ actor, command }: CommandContext): Actor {
  if (!actor) throw new Error(`${command} needs somebody who acts`);
  return actor;
}
