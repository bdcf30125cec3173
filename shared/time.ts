/** A calendar day in the store's zone, `2026-11-23`. Every fact carries the day its drawer was opened for. */
export type BusinessDate = string & { readonly __date: 'business' };

/** Milliseconds since 1970, UTC. */
export type InstantMs = number;

/** The calendar day of an instant in a zone. Throws on an unknown zone. */
export function dateInZone(atMs: InstantMs, zone: string): BusinessDate {
  const parts = zoneFormat(zone).formatToParts(atMs);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}` as BusinessDate;
}

/** True for a zone this machine knows, `America/Chicago`. */
export function isKnownZone(zone: string): boolean {
  try {
    zoneFormat(zone);
    return true;
  } catch {
    return false;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();
function zoneFormat(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}
