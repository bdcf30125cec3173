import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DB_ROOF, DB_STACK, ONLY_HERE, ROOMS, WINDOW } from '../../build/lint/layers.mjs';
import { type Complaint, type HouseCopy, openHouseCopy } from './house-copy.ts';
import { COMPILER_PLANTS, LAWFUL, LINT_PLANTS, LINT_SCENERY, RULE_PLANTS } from './plants.ts';
import type { Plant } from './plant.ts';

const copies: HouseCopy[] = [];

/** A copy of the house with the lawful files and whatever is planted between them. */
function houseWith(plants: readonly Plant[], scenery: Readonly<Record<string, string>> = {}) {
  const house = openHouseCopy();
  copies.push(house);
  for (const [file, code] of Object.entries({ ...LAWFUL, ...scenery })) house.write(file, code);
  for (const { file, code } of plants) house.write(file, code);
  return house;
}

/** Every row of the tables with every column it fills: each needs a plant of its own. */
function listWalls(): readonly string[] {
  const columns = ['may', 'parts', 'types', 'never', 'unreachable'] as const;
  return [
    ...ROOMS.flatMap((row) => columns.filter((key) => row[key]).map((key) => `${row.room}.${key}`)),
    ...ONLY_HERE.map(({ part, name }) => `only.${name ?? part}`),
    'window.domain',
    ...WINDOW.rows.filter(({ may }) => !may.includes('*')).map(({ folder }) => `window.${folder}`),
    'stack.floor',
    'stack.roof',
    ...DB_STACK.slice(0, -1).map((_, level) => `stack.${level}`),
    ...DB_STACK.flatMap((row, level) => (row.length > 1 ? [`stack.${level}.neighbours`] : [])),
  ];
}

const saidAbout = (complaints: readonly Complaint[], file: string) =>
  complaints.filter((complaint) => complaint.file === file).map(({ says }) => says);

afterAll(() => {
  for (const house of copies) house.remove();
});

/** The machinery of the log and of the file, on which every domain stands. */
const WRITE_PATH = ['migrations', 'store', 'write-path'];

test('every room of db has its row in the stack, is under the roof, or is the write path itself', () => {
  const rooms = readdirSync(new URL('../../db', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const placed = [...DB_STACK.flat(), ...DB_ROOF.map((room) => room.slice('db/'.length))];
  expect(rooms.filter((room) => !placed.includes(room))).toEqual(WRITE_PATH);
});

describe('a house without a forbidden import', () => {
  test('passes the lint table and every rule', () => {
    expect(houseWith([]).lint()).toEqual([]);
  });
  test('passes the compiler', () => {
    expect(houseWith([]).compile()).toEqual([]);
  });
});

describe('the lint table', () => {
  let complaints: readonly Complaint[] = [];
  beforeAll(() => {
    complaints = houseWith(LINT_PLANTS, LINT_SCENERY).lint();
  });

  test('has a plant for every row and every column of it', () => {
    const planted = new Set(LINT_PLANTS.map(({ wall }) => wall));
    expect(listWalls().filter((wall) => !planted.has(wall))).toEqual([]);
  });

  test.each(LINT_PLANTS)('$wall refuses what is planted in $file', ({ file, says }) => {
    const layers = saidAbout(complaints, file).filter((line) => line.startsWith('house(layers)'));
    expect(layers.join('\n')).toMatch(says);
  });

  test('says nothing about the lawful files between the plants', () => {
    const lawful = Object.keys(LAWFUL).flatMap((file) => saidAbout(complaints, file));
    expect(lawful).toEqual([]);
  });
});

describe('the rules of the house', () => {
  let complaints: readonly Complaint[] = [];
  beforeAll(() => {
    complaints = houseWith(RULE_PLANTS).lint();
  });

  test.each(RULE_PLANTS)('$wall refuses what is planted in $file', ({ file, says }) => {
    expect(saidAbout(complaints, file).join('\n')).toMatch(says);
  });
});

describe('the compiler', () => {
  let complaints: readonly Complaint[] = [];
  beforeAll(() => {
    complaints = houseWith(COMPILER_PLANTS).compile();
  });

  test.each(COMPILER_PLANTS)('$wall refuses what is planted in $file', ({ file, says }) => {
    expect(saidAbout(complaints, file).join('\n')).toMatch(says);
  });
});
