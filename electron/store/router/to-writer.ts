import type { CommandContext } from '#db/write-path/command-context.ts';
import type { WriteTx } from '#db/write-path/write-tx.ts';
import type { Refusal, Result } from '#shared/result.ts';
import { type GatedContext, sessionOf } from './gate.ts';

/** Handles a command that needs nothing but its input: one changeset under the command's name, done once. */
export function toWriter<Input, Value, R extends Refusal>(
  name: string,
  run: (tx: WriteTx, context: CommandContext, input: Input) => Result<Value, R>,
) {
  return ({
    input,
    context,
  }: {
    readonly input: Input & { readonly commandId: string };
    readonly context: GatedContext;
  }) => {
    const command = context.store.context(name, input.commandId, sessionOf(context));
    return context.store.shop.writer.write(command, input, (tx) => run(tx, command, input));
  };
}
