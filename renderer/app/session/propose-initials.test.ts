import { expect, it } from 'vitest';
import { proposeInitials } from './propose-initials.ts';

it.each([
  ['Ana Rivas', 'AR'],
  ['  Ana   Rivas ', 'AR'],
  ['Ana', 'AN'],
  ['ana de la cruz', 'AC'],
  ['Beatriz Núñez-Ortega', 'BNO'],
  ['Łukasz Wójcik', 'ŁW'],
  ['Ángel', 'ÁN'],
  ['Vincent van der Berg', 'VB'],
  ['María Peña Villanueva Ruiz', 'MPV'],
  ["Sean O'Neil", 'SON'],
  ['', ''],
  ['123', ''],
  ['De La', 'DL'],
])('%j is proposed as %j', (name, initials) => {
  expect(proposeInitials(name)).toBe(initials);
});
