/** Turns values into text and back, keeping what a structured clone keeps. Used on both sides of the wire. */
export interface WireCodec {
  encode(value: unknown): string;
  decode(text: string): unknown;
}

export interface Base64 {
  fromBytes(bytes: Uint8Array): string;
  toBytes(text: string): Uint8Array<ArrayBuffer>;
}

/**
 * JSON with tags for what JSON lacks; bytes as base64, so that a file of several MB stays one string.
 * Throws like a structured clone on functions, symbols and cycles, and on host objects such as Blob.
 *
 * This function is sent to pages as text: it must not refer to anything outside itself.
 */
export function createWireCodec(base64: Base64): WireCodec {
  interface Tagged {
    readonly $: string;
    readonly v?: unknown;
    readonly kind?: string;
  }
  const views = {
    Uint8Array,
    Int8Array,
    Uint8ClampedArray,
    Uint16Array,
    Int16Array,
    Uint32Array,
    Int32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
  };
  const isView = (kind: string | undefined): kind is keyof typeof views =>
    kind !== undefined && kind in views;
  const refuse = (value: unknown): never => {
    throw new DOMException(
      `${Object.prototype.toString.call(value)} could not be cloned.`,
      'DataCloneError',
    );
  };

  const packBytes = (value: ArrayBuffer | ArrayBufferView): Tagged => {
    const bytes =
      value instanceof ArrayBuffer
        ? new Uint8Array(value)
        : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    const kind = Object.prototype.toString.call(value).slice(8, -1);
    return { $: 'bytes', kind, v: base64.fromBytes(bytes) };
  };
  const unpackBytes = ({ kind, v }: Tagged): unknown => {
    const bytes = base64.toBytes(String(v));
    if (kind === 'Uint8Array') return bytes;
    if (kind === 'DataView') return new DataView(bytes.buffer);
    return isView(kind) ? new views[kind](bytes.buffer) : bytes.buffer;
  };

  const packObject = (value: object, parents: readonly object[]): unknown => {
    if (parents.includes(value)) return refuse(value);
    const inside = [...parents, value];
    if (Array.isArray(value)) return Array.from(value, (item) => pack(item, inside));
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return packBytes(value);
    if (value instanceof Date) return { $: 'date', v: value.getTime() };
    if (value instanceof RegExp) return { $: 'regexp', v: [value.source, value.flags] };
    if (value instanceof Error) return { $: 'error', v: [value.name, value.message] };
    if (value instanceof Map)
      return { $: 'map', v: Array.from(value, (pair) => pack(pair, inside)) };
    if (value instanceof Set)
      return { $: 'set', v: Array.from(value, (item) => pack(item, inside)) };
    if (Object.prototype.toString.call(value) !== '[object Object]') return refuse(value);
    const packed = Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, pack(item, inside)]),
    );
    return '$' in packed ? { $: 'object', v: packed } : packed;
  };
  const pack = (value: unknown, parents: readonly object[]): unknown => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (value === undefined) return { $: 'undefined' };
    if (typeof value === 'number')
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
    return typeof value === 'object' ? packObject(value, parents) : refuse(value);
  };

  const unpackFields = (value: object): object =>
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpack(item)]));
  const unpackList = (value: unknown): unknown[] => (Array.isArray(value) ? value.map(unpack) : []);
  const unpackTagged = (tagged: Tagged): unknown => {
    if (tagged.$ === 'bytes') return unpackBytes(tagged);
    if (tagged.$ === 'undefined') return undefined;
    if (tagged.$ === 'number') return Number(tagged.v);
    if (tagged.$ === 'bigint') return BigInt(String(tagged.v));
    if (tagged.$ === 'date') return new Date(Number(tagged.v));
    if (tagged.$ === 'map') return new Map(unpackList(tagged.v) as [unknown, unknown][]);
    if (tagged.$ === 'set') return new Set(unpackList(tagged.v));
    if (tagged.$ === 'object') return unpackFields(Object(tagged.v) as object);
    const [first = '', second = ''] = unpackList(tagged.v).map(String);
    if (tagged.$ === 'regexp') return new RegExp(first, second);
    const error = new Error(second);
    error.name = first;
    return error;
  };
  const unpack = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(unpack);
    return '$' in value ? unpackTagged(value as Tagged) : unpackFields(value);
  };

  return {
    encode: (value) => JSON.stringify(pack(value, [])),
    decode: (text) => unpack(JSON.parse(text)),
  };
}

/** Base64 in Node. */
export const nodeBase64: Base64 = {
  fromBytes: (bytes) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  toBytes: (text) => {
    const pooled = Buffer.from(text, 'base64');
    return new Uint8Array(
      pooled.buffer.slice(pooled.byteOffset, pooled.byteOffset + pooled.byteLength),
    );
  },
};

export const wireCodec: WireCodec = createWireCodec(nodeBase64);
