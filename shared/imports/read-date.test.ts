import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDate, readTime } from './read-date.ts';

test.each([
  ['2026-08-22', '2026-08-22'],
  ['2026-8-2', '2026-08-02'],
  ['2024-05-01T14:00:00.000-05:00', '2024-05-01'],
  ['8/22/2026', '2026-08-22'],
  ['08/22/2026 03:04:05', '2026-08-22'],
  ['8/22/26', '2026-08-22'],
  ['8/22/99', '1999-08-22'],
  ['8-22-2026', '2026-08-22'],
  ['Aug 22, 2026', '2026-08-22'],
  ['August 22 2026', '2026-08-22'],
  ["'8/22/2026", '2026-08-22'],
  [' 2/29/2024 ', '2024-02-29'],
])('%j is a day', (text, day) => {
  expect(readDate(text)).toBe(day);
});

test.each([
  ['a day that comes first would read the other rows wrongly', '22/8/2026'],
  ['no such day', '2/29/2026'],
  ['no such month', '2026-13-01'],
  ['what programs write for none', '1/1/1900'],
  ["a spreadsheet's own number", '45891'],
  ['words', 'yesterday'],
  ['nothing', ''],
  ['a very long cell', '8/22/2026'.padEnd(10_000, ' x')],
])('%s is none: %j', (_why, text) => {
  expect(readDate(text)).toBe(undefined);
});

test('every day reads back in each way of writing it', () => {
  fc.assert(
    fc.property(
      fc.date({
        min: new Date('1950-01-01'),
        max: new Date('2100-12-31'),
        noInvalidDate: true,
      }),
      (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-').map(Number);
        expect(readDate(iso)).toBe(iso);
        expect(readDate(`${month}/${day}/${year}`)).toBe(iso);
        expect(readDate(date.toISOString())).toBe(iso);
      },
    ),
  );
});

test.each([
  ['15:43:58', '15:43:58'],
  ['3:43 PM', '15:43:00'],
  ['12:05 am', '00:05:00'],
  ['8/22/2026 9:05:01', '09:05:01'],
  ['25:00', undefined],
  ['', undefined],
])('the time of %j is %j', (text, time) => {
  expect(readTime(text)).toBe(time);
});
