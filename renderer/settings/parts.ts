import { SETTINGS_PARTS, type SettingsPart } from '../app/settings-parts.ts';

/** The parts that are shown here; taxes, service tiles and tags belong to other domains. */
export type Part = Exclude<SettingsPart, 'taxes' | 'services' | 'tags'>;

/** The part an address names; the first one for any other. */
export function partOf(name: string | undefined): Part {
  const part = SETTINGS_PARTS.find((each) => each === name);
  const isElsewhere = part === 'taxes' || part === 'services' || part === 'tags';
  return part === undefined || isElsewhere ? 'store' : part;
}
