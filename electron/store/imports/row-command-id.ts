import { createHash } from 'node:crypto';
import { parse, stringify } from 'uuid';

/**
 * The command id of a row, so that a row done is known again after a crash, a cancel or a second try: a UUID of
 * version 8 (RFC 9562, 5.8) with the batch's milliseconds, the row in 32 bits and a hash of all three. Ids of version
 * 5 would do as well, but they lie anywhere: each row then changed, and encrypted, three pages of its own in the log.
 * Rising ids append.
 */
export function rowCommandId(batchId: string, verb: 'row' | 'undo', rowNumber: number): string {
  const bytes = createHash('sha256').update(`${batchId} ${verb} ${rowNumber}`).digest();
  bytes.set(parse(batchId).subarray(0, 6));
  bytes.writeUInt16BE(0x8000 | (rowNumber >>> 20), 6);
  bytes.writeUInt32BE(
    (0x80000000 | ((rowNumber & 0xfffff) << 10) | (bytes.readUInt32BE(8) & 0x3ff)) >>> 0,
    8,
  );
  return stringify(bytes.subarray(0, 16));
}
