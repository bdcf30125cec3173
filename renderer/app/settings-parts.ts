/** Parts of the settings, in the order of their list. A domain may bring the screen of its own part. */
export const SETTINGS_PARTS = [
  'store',
  'selling',
  'services',
  'taxes',
  'staff',
  'printer',
  'scanner',
  'tags',
  'backup',
  'display',
  'about',
] as const;

export type SettingsPart = (typeof SETTINGS_PARTS)[number];
