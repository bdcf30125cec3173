// What the test of the walls reads from the tables.
interface Room {
  readonly room: string;
  readonly may: readonly string[];
  readonly parts?: readonly string[];
  readonly types?: readonly string[];
  readonly never?: readonly string[];
  readonly unreachable?: readonly string[];
}
interface OnlyHere {
  readonly part: string;
  readonly name?: string;
  readonly within: string;
  readonly here: string;
}
interface WindowRow {
  readonly folder: string;
  readonly may: readonly string[];
}

export const TEST_PARTS: readonly string[];
export const ROOMS: readonly Room[];
export const ONLY_HERE: readonly OnlyHere[];
export const WINDOW: { readonly also: readonly string[]; readonly rows: readonly WindowRow[] };
export const DB_ROOF: readonly string[];
export const DB_STACK: readonly (readonly string[])[];
