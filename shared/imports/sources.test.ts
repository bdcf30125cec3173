import { expect, test } from 'vitest';
import { detectSource, missingFields, suggestMapping, targetFields } from './sources.ts';

const split = (headers: string) => headers.split(',');

const SQUARE = split(
  'Token,Item Name,Variation Name,SKU,Description,Category,GTIN,Square Online Item Visibility,Weight (lb),Price,Sellable,Stockable,Option Name 1,Option Value 1,Default Unit Cost,Default Vendor Name,Default Vendor Code,Current Quantity Main St,New Quantity Main St,Stock Alert Enabled Main St,Stock Alert Count Main St,Tax - Sales Tax (8.25%)',
);
const SHOPIFY = split(
  'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags',
);
const SHOPIFY_BEFORE = split(
  'First Name,Last Name,Email,Accepts Email Marketing,Company,Address1,Address2,City,Province,Province Code,Country,Country Code,Zip,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt',
);
const LIGHTSPEED = split(
  'product_handle,product_name,variant_name,variant_sku,supply_price,retail_price,markup,brand_name,supplier_name,supplier_code,product_type,tags,outlet_name,current_inventory,reorder_point,reorder_amount,variant_loyalty_value,product_active',
);

test('known exports are recognised by their headers, in any order and case', () => {
  expect(detectSource(SQUARE)).toMatchObject({
    source: { id: 'squareCatalog', target: 'pieces' },
    score: 1,
  });
  expect(detectSource(SHOPIFY)).toMatchObject({
    source: { id: 'shopifyCustomers', target: 'customers' },
    score: 1,
  });
  expect(detectSource(SHOPIFY_BEFORE)).toMatchObject({ source: { id: 'shopifyCustomers' } });
  expect(detectSource(SQUARE.map((header) => header.toLowerCase()).toReversed())).toMatchObject({
    source: { id: 'squareCatalog' },
  });
});

test('a file of another system is not taken for a known one', () => {
  expect(detectSource(split('product_name,retail_price,sku,colour'))).toBe(undefined);
  expect(detectSource(split('Name,Email,Phone'))).toBe(undefined);
  expect(detectSource([])).toBe(undefined);
});

test('the catalog maps itself', () => {
  expect(suggestMapping(SQUARE, 'pieces')).toEqual({
    externalId: 'Token',
    stockNumber: 'SKU',
    description: 'Item Name',
    variation: 'Variation Name',
    category: 'Category',
    tagPrice: 'Price',
    cost: 'Default Unit Cost',
    vendor: 'Default Vendor Name',
    vendorStyle: 'Default Vendor Code',
    quantity: 'Current Quantity Main St',
    taxed: 'Tax - Sales Tax (8.25%)',
  });
});

test('the customer list maps itself, in its newer and its older form', () => {
  expect(suggestMapping(SHOPIFY, 'customers')).toEqual({
    externalId: 'Customer ID',
    givenName: 'First Name',
    familyName: 'Last Name',
    email: 'Email',
    askedEmail: 'Accepts Email Marketing',
    company: 'Default Address Company',
    line1: 'Default Address Address1',
    line2: 'Default Address Address2',
    city: 'Default Address City',
    state: 'Default Address Province Code',
    country: 'Default Address Country Code',
    zip: 'Default Address Zip',
    phone: 'Phone',
    secondPhone: 'Default Address Phone',
    askedSms: 'Accepts SMS Marketing',
    note: 'Note',
    taxExempt: 'Tax Exempt',
    tags: 'Tags',
  });
  expect(suggestMapping(SHOPIFY_BEFORE, 'customers')).toMatchObject({
    company: 'Company',
    line1: 'Address1',
    line2: 'Address2',
    state: 'Province Code',
    country: 'Country Code',
  });
});

test('a system never seen maps by the names of its columns', () => {
  const unknown = LIGHTSPEED.filter(
    (header) => !/^(?:product_active|outlet_name|variant_name)$/.test(header),
  );
  expect(detectSource(unknown)).toBe(undefined);
  expect(suggestMapping(unknown, 'pieces')).toMatchObject({
    externalId: 'product_handle',
    stockNumber: 'variant_sku',
    description: 'product_name',
    tagPrice: 'retail_price',
    cost: 'supply_price',
    quantity: 'current_inventory',
    category: 'product_type',
    vendor: 'supplier_name',
    vendorStyle: 'supplier_code',
  });
  const loose = suggestMapping(['stockNumbers', 'DESCRIPTIÓN', 'Tag-Price', 'Zodiac'], 'pieces');
  expect(loose).toEqual({
    stockNumber: 'stockNumbers',
    description: 'DESCRIPTIÓN',
    tagPrice: 'Tag-Price',
  });
});

test('a header serves one field, and a header of nothing serves none', () => {
  const mapping = suggestMapping(['Price', 'Price (2)', '', '===', '美咲', '__proto__'], 'pieces');
  expect(mapping).toEqual({ tagPrice: 'Price' });
});

test('a file of bad rows does not map its own columns', () => {
  expect(suggestMapping([...SQUARE, 'Row', 'Problem'], 'pieces')).toEqual(
    suggestMapping(SQUARE, 'pieces'),
  );
  expect(suggestMapping([...SHOPIFY, 'Row', 'Problem'], 'customers')).toEqual(
    suggestMapping(SHOPIFY, 'customers'),
  );
});

test('what must be mapped is named until it is', () => {
  expect(missingFields({}, 'pieces', SQUARE)).toEqual(['stockNumber', 'description', 'tagPrice']);
  expect(missingFields(suggestMapping(SQUARE, 'pieces'), 'pieces', SQUARE)).toEqual([]);
  expect(
    missingFields(
      { stockNumber: 'Gone', description: 'Item Name', tagPrice: 'Price' },
      'pieces',
      SQUARE,
    ),
  ).toEqual(['stockNumber']);
  expect(missingFields({ company: 'Company' }, 'customers', SHOPIFY_BEFORE)).toEqual([]);
  expect(missingFields({}, 'customers', SHOPIFY)).toEqual(['familyName']);
});

test('every field stands once in its list', () => {
  for (const target of ['pieces', 'customers'] as const) {
    const names = targetFields(target).map(({ field }) => field);
    expect(new Set(names).size).toBe(names.length);
  }
});
