import type { CustomerFields } from '#shared/customers/contract.ts';
import { DEMO_PINS } from '#shared/staff/demo-pins.ts';
import type { Role } from '#shared/staff/permissions.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Who works in the demo shop. The PINs are shown on its sign-in screen: there is nothing to protect. */
export const DEMO_STAFF = [
  { name: 'Ana Rivas', initials: 'AR', roles: ['owner'], pin: DEMO_PINS.AR },
  { name: 'Mona Field', initials: 'MF', roles: ['manager'], pin: DEMO_PINS.MF },
  { name: 'Cal Osei', initials: 'CO', roles: ['counter'], pin: DEMO_PINS.CO },
] as const satisfies readonly {
  readonly name: string;
  readonly initials: string;
  readonly roles: readonly Role[];
  readonly pin: string;
}[];

const GIVEN = [
  'Beatriz',
  'Chloé',
  'Kwame',
  'Jürgen',
  'Siobhán',
  'Mei',
  'Tomás',
  'Amara',
  'Łukasz',
  'Ruth',
  'Søren',
  'Priya',
  'Daniel',
  'Ingrid',
  'Omar',
  'Grace',
];
const FAMILY = [
  'Núñez-Ortega',
  'Lefèvre',
  'Adjei',
  'Schäfer',
  'O’Brien',
  'Chen',
  'García',
  'Okafor',
  'Kowalski',
  'Walker',
  'Müller',
  'Patel',
  'Kim',
  'Lindqvist',
  'Haddad',
  'Hayes',
];
const TOWNS = ['Franklin', 'Brentwood', 'Nashville', 'Spring Hill', 'Columbia', 'Murfreesboro'];
const STREETS = ['Oak Ave', 'Main St', 'River St', 'Church St', 'Maple Dr', 'Fair St'];
const NOTES = [
  'Allergic to nickel: platinum or palladium white gold only.',
  'Prefers yellow gold.',
  'Please call after ten.',
];

/** One demo customer. Phones are of the range kept for fiction (555-01xx). */
export function aDemoCustomer(random: SeededRandom, serial: number): CustomerFields {
  const givenName = random.pick(GIVEN);
  const familyName = random.pick(FAMILY);
  return {
    givenName,
    familyName,
    company: '',
    phone: `(${random.pick(['615', '629', '931'])}) 555-01${String(serial % 100).padStart(2, '0')}`,
    email: random.next() < 0.7 ? `customer${serial}@example.com` : '',
    address: {
      line1: `${random.between(10, 9800)} ${random.pick(STREETS)}`,
      line2: '',
      city: random.pick(TOWNS),
      state: 'TN',
      zip: `37${String(random.between(0, 999)).padStart(3, '0')}`,
      country: 'US',
    },
    note: random.next() < 0.2 ? random.pick(NOTES) : '',
    taxExempt: false,
    language: random.next() < 0.2 ? 'es' : 'en',
  };
}
