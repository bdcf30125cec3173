import { seeded } from '#tools/crash/seeded.ts';

const GIVEN =
  'Ana Ruth Mason Chloé José Wei Aisha Søren Siobhán Liam Priya Noah Zoë Ivan Mei'.split(' ');
const FAMILY =
  'Miller Smith García Nguyen Okafor Müller Cook Foster Hayes Patel Kim Rossi Díaz'.split(' ');
const STREETS = ['Oak Ave', 'River St', 'Spring Blvd', 'Pine Rd', 'Main St'];
const TOWNS = [
  ['Franklin', 'TN', '37064'],
  ['Boston', 'MA', '02134'],
  ['San Diego', 'CA', '92101'],
] as const;
const KINDS = ['ring', 'chain', 'bracelet', 'earrings', 'pendant', 'watch'];
const METALS = ['14K white gold', '18K yellow gold', 'Pt950', '925 silver', '10K rose gold'];
const SEED = 20_261_124;

/** A customer list as another system exports it: families share phones, notes have commas and line breaks. */
export function customersFile(count: number): File {
  const chance = seeded(SEED);
  const rows = Array.from({ length: count }, (_, index) => {
    const [town, state, zip] = chance.pick(TOWNS);
    // Every tenth has the phone of the one before.
    const phone = `(615) ${555 + Math.floor(index / 100_000)}-${digits(index - Number(index % 10 === 9), 4)}`;
    const area = 200 + (Math.floor((index - Number(index % 10 === 9)) / 10_000) % 700);
    return [
      `'${7_000_000_000 + index}`,
      chance.pick(GIVEN),
      `${chance.pick(FAMILY)} ${digits(index % 977, 3)}`,
      `person${index}@example.com`,
      chance.next() < 0.5 ? 'yes' : 'no',
      `${1 + Math.floor(chance.next() * 9000)} ${chance.pick(STREETS)}`,
      town,
      state,
      'US',
      `'${zip}`,
      phone.replace('615', String(area === 555 ? 556 : area)),
      chance.next() < 0.5 ? 'yes' : 'no',
      '12.50',
      '3',
      chance.next() < 0.2 ? '"Prefers yellow gold, calls after ""10""\nand mornings"' : '',
      'no',
      chance.next() < 0.3 ? 'bridal' : '',
    ].join(',');
  });
  return new File([[CUSTOMER_HEADERS, ...rows].join('\r\n')], 'customers.csv');
}

/** A catalog as another system exports it: most pieces are one of one, some are counted. */
export function piecesFile(count: number): File {
  const chance = seeded(SEED + 1);
  const rows = Array.from({ length: count }, (_, index) => {
    const kind = chance.pick(KINDS);
    const cost = 2000 + Math.floor(chance.next() * 400_000);
    return [
      `BENCH${digits(index, 8)}`,
      `${chance.pick(METALS)} ${kind} ${(0.2 + chance.next() * 3).toFixed(2)}ct`,
      'Regular',
      `B-${digits(index, 6)}`,
      kind,
      `"$${(cost / 50).toFixed(2)}"`,
      'Y',
      'Y',
      (cost / 100).toFixed(2),
      'STULLER',
      `F${digits(Math.floor(chance.next() * 99_999), 5)}`,
      chance.next() < 0.05 ? '12' : '1',
      'Y',
    ].join(',');
  });
  return new File([[PIECE_HEADERS, ...rows].join('\r\n')], 'catalog.csv');
}

const CUSTOMER_HEADERS =
  'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Address1,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags';
const PIECE_HEADERS =
  'Token,Item Name,Variation Name,SKU,Category,Price,Sellable,Stockable,Default Unit Cost,Default Vendor Name,Default Vendor Code,Current Quantity Main St,Tax - Sales Tax (8.25%)';

function digits(value: number, width: number): string {
  return String(value % 10 ** width).padStart(width, '0');
}
