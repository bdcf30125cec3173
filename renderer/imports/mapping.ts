import type { StagedFile } from '#shared/imports/contract.ts';

/** Header of the file for each field of ours; a field that is not here is not in the file. */
export type Mapping = Readonly<Record<string, string>>;

/** The mapping after one choice. An empty header takes the field out. */
export function mapField(mapping: Mapping, field: string, header: string): Mapping {
  const { [field]: _before, ...others } = mapping;
  return header === '' ? others : { ...others, [field]: header };
}

/** Required fields that no column fills, in the order of the screen. */
export function missingFields(
  file: Pick<StagedFile, 'fields'>,
  mapping: Mapping,
): readonly string[] {
  return file.fields
    .filter(({ field, required }) => required && mapping[field] === undefined)
    .map(({ field }) => field);
}

/** Columns that no field takes, in the order of the file: what the import will leave out. */
export function unusedHeaders(
  file: Pick<StagedFile, 'headers'>,
  mapping: Mapping,
): readonly string[] {
  const used = new Set(Object.values(mapping));
  return file.headers.filter((header) => !used.has(header));
}

/** The first values of a column that are not empty, to see what is in it. */
export function samplesOf(
  file: Pick<StagedFile, 'headers' | 'sample'>,
  header: string | undefined,
): readonly string[] {
  const at = header === undefined ? -1 : file.headers.indexOf(header);
  if (at < 0) return [];
  const values = file.sample.map((row) => row[at]?.trim() ?? '').filter((value) => value !== '');
  return [...new Set(values)].slice(0, 3);
}
