import { readFileSync } from 'node:fs';

/** One step a recorded process took on the disk, in the order it happened. Its layout is that of `record-io.c`. */
export type Step =
  /** A process begins: serials count anew. */
  | { readonly op: 'start' }
  /** `created` false: the file lay there already. */
  | {
      readonly op: 'open';
      readonly serial: number;
      readonly path: string;
      readonly created: boolean;
    }
  | {
      readonly op: 'write';
      readonly serial: number;
      readonly offset: number;
      readonly bytes: Buffer;
    }
  | { readonly op: 'truncate'; readonly serial: number; readonly size: number }
  | { readonly op: 'sync'; readonly serial: number }
  | { readonly op: 'unlink'; readonly path: string }
  | { readonly op: 'rename'; readonly path: string; readonly to: string }
  | { readonly op: 'makeFolder'; readonly path: string }
  | { readonly op: 'syncFolder'; readonly path: string }
  /** What the process told the world at this point. */
  | { readonly op: 'mark'; readonly text: string };

const RECORD_BYTES = 20;

/** Reads a trace. Bytes of writes are views into one buffer, so a long trace costs little more than its file. */
export function readTrace(file: string): readonly Step[] {
  const bytes = readFileSync(file);
  const steps: Step[] = [];
  let at = 0;
  while (at + RECORD_BYTES <= bytes.length) {
    const path = at + RECORD_BYTES;
    const data = path + bytes.readUInt16LE(at + 2);
    const end = data + bytes.readUInt32LE(at + 16);
    steps.push(
      readStep(
        bytes.subarray(at, path),
        bytes.toString('utf8', path, data),
        bytes.subarray(data, end),
      ),
    );
    at = end;
  }
  return steps;
}

function readStep(record: Buffer, path: string, data: Buffer): Step {
  const serial = record.readUInt32LE(4);
  const offset = Number(record.readBigInt64LE(8));
  switch (record.readUInt8(0)) {
    case 1:
      return { op: 'start' };
    case 2:
      return { op: 'open', serial, path, created: record.readUInt8(1) === 1 };
    case 3:
      return { op: 'write', serial, offset, bytes: data };
    case 4:
      return { op: 'truncate', serial, size: offset };
    case 5:
      return { op: 'sync', serial };
    case 6:
      return { op: 'unlink', path };
    case 7:
      return { op: 'rename', path, to: data.toString('utf8') };
    case 8:
      return { op: 'makeFolder', path };
    case 9:
      return { op: 'syncFolder', path };
    case 10:
      return { op: 'mark', text: data.toString('utf8') };
    default:
      throw new Error(`the trace holds an unknown step ${record.readUInt8(0)}`);
  }
}
