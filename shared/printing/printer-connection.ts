import { z } from 'zod';
import { requiredText } from '../fields.ts';

/** A name or a number on the network; the port is a field of its own. */
const hostName = requiredText(120).refine(
  (text) => /^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$/.test(text),
  'HOST_MALFORMED',
);

/** A queue as the operating system names it. It becomes an argument of the system's own programs: no dash leads. */
const queueName = requiredText(127).refine((text) => !text.startsWith('-'), 'QUEUE_MALFORMED');

/** Where a paper goes: to a printer on the network, or into a queue of the operating system. */
export const printerConnection = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('network'),
    host: hostName,
    port: z.int().min(1).max(65_535),
  }),
  z.object({ kind: z.literal('system'), queue: queueName }),
]);
export type PrinterConnection = z.infer<typeof printerConnection>;
