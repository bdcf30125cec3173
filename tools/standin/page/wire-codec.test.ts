import fc, { type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { wireCodec } from './wire-codec.ts';

const roundTrip = (value: unknown): unknown => wireCodec.decode(wireCodec.encode(value));

/** Anything that a structured clone keeps. */
const clonable: Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('value')),
    fc.dictionary(fc.oneof(fc.string(), fc.constant('$'), fc.constant('__proto__')), tie('value'), {
      noNullPrototype: true,
    }),
    tie('map'),
  ),
  map: fc.array(fc.tuple(fc.string(), tie('value'))).map((entries) => new Map(entries)),
  leaf: fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.bigInt(),
    fc.date({ noInvalidDate: true }),
    fc.constant(null),
    fc.constant(undefined),
    fc.uint8Array(),
    fc.float64Array(),
    fc.array(fc.string()).map((items) => new Set(items)),
  ),
})).value;

test('whatever a structured clone keeps comes out of the wire as it went in', () => {
  fc.assert(
    fc.property(clonable, (value) => {
      expect(roundTrip(value)).toEqual(structuredClone(value));
    }),
    { numRuns: 500 },
  );
});

test('negative zero, infinities and not-a-number keep their kind', () => {
  expect(roundTrip([-0, Infinity, -Infinity, Number.NaN])).toEqual([
    -0,
    Infinity,
    -Infinity,
    Number.NaN,
  ]);
});

test('errors keep name and text, patterns keep their flags, buffers stay buffers', () => {
  const error = roundTrip(new RangeError('too many rings')) as Error;
  expect([error.name, error.message, error instanceof Error]).toEqual([
    'RangeError',
    'too many rings',
    true,
  ]);
  expect(roundTrip(/a+/giu)).toEqual(/a+/giu);
  expect(roundTrip(new Uint8Array([1, 2]).buffer)).toEqual(new Uint8Array([1, 2]).buffer);
  expect(roundTrip(Buffer.from('gold'))).toEqual(new Uint8Array(Buffer.from('gold')));
});

test.each([
  ['a function', () => 0],
  ['a symbol', Symbol('x')],
  ['a file', new Blob(['x'])],
  ['a promise', Promise.resolve()],
])('%s cannot cross and says so', (_name, value) => {
  expect(() => wireCodec.encode({ value })).toThrow('could not be cloned');
});

test('a cycle cannot cross', () => {
  const ring: Record<string, unknown> = {};
  ring['self'] = ring;
  expect(() => wireCodec.encode(ring)).toThrow('could not be cloned');
});
