/** Zones of the shops this program is made for; they lead the list. */
const USUAL = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
];

export interface ZoneChoice {
  readonly value: string;
  readonly label: string;
}

/** The zone this computer is set to. */
export function machineZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The computer's own zone, the usual ones, then all others: `Central Time (Chicago)`. */
export function zoneChoices(own: string, intl: string): readonly ZoneChoice[] {
  const all = [own, ...USUAL, ...Intl.supportedValuesOf('timeZone')];
  return [...new Set(all)].map((zone) => ({ value: zone, label: zoneLabel(zone, intl) }));
}

function zoneLabel(zone: string, intl: string): string {
  const place = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  const parts = new Intl.DateTimeFormat(intl, {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts(0);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value;
  return name === undefined || name === place ? place : `${name} (${place})`;
}
