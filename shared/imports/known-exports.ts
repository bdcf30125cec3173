import type { ImportTarget } from './contract.ts';
import type { ImportMapping } from './import-row.ts';

/** The exports known by name. */
export type ImportSourceId =
  | 'squareCatalog'
  | 'shopifyCustomers'
  | 'lightspeedProducts'
  | 'repairShoprCustomers'
  | 'edgeCustomers'
  | 'edgeItems'
  | 'squareItemSales';

/** Another system's export, known by headers that only it writes together. */
export interface ImportSource {
  readonly id: ImportSourceId;
  readonly target: ImportTarget;
  readonly headers: readonly string[];
  /** Columns whose names alone would not say what they are for us. */
  readonly columns?: ImportMapping;
}

/** Headers that stand in every version of an export seen so far. */
export const IMPORT_SOURCES: readonly ImportSource[] = [
  {
    id: 'squareCatalog',
    target: 'pieces',
    headers: [
      'Token',
      'Item Name',
      'Variation Name',
      'SKU',
      'Price',
      'Sellable',
      'Stockable',
      'Default Unit Cost',
    ],
  },
  {
    id: 'lightspeedProducts',
    target: 'pieces',
    headers: [
      'product_handle',
      'product_name',
      'variant_name',
      'variant_sku',
      'supply_price',
      'retail_price',
      'outlet_name',
      'product_active',
    ],
    columns: {
      externalId: 'product_handle',
      stockNumber: 'variant_sku',
      description: 'product_name',
      variation: 'variant_name',
      tagPrice: 'retail_price',
      cost: 'supply_price',
      quantity: 'current_inventory',
      category: 'product_type',
      vendor: 'supplier_name',
      vendorStyle: 'supplier_code',
    },
  },
  {
    id: 'edgeItems',
    target: 'pieces',
    headers: ['ItemKey', 'CategoryName', 'ItemDesc', 'ItemCost', 'ItemCurrentPrice', 'ItemStatus'],
    columns: {
      // Its key is what stands on the tag.
      externalId: 'ItemKey',
      stockNumber: 'ItemKey',
      description: 'ItemDesc',
      tagPrice: 'ItemCurrentPrice',
      cost: 'ItemCost',
      quantity: 'ItemQty',
      category: 'CategoryName',
      vendor: 'ItemVendorId',
      vendorStyle: 'ItemVendorStyle',
      status: 'ItemStatus',
    },
  },
  {
    id: 'squareItemSales',
    target: 'sales',
    headers: [
      'Date',
      'Time Zone',
      'Item',
      'Qty',
      'Gross Sales',
      'Net Sales',
      'Transaction ID',
      'Event Type',
    ],
    columns: {
      saleNumber: 'Transaction ID',
      soldOn: 'Date',
      soldTime: 'Time',
      description: 'Item',
      net: 'Net Sales',
      stockNumber: 'SKU',
      category: 'Category',
      quantity: 'Qty',
      gross: 'Gross Sales',
      discount: 'Discounts',
      tax: 'Tax',
      customerName: 'Customer Name',
    },
  },
  {
    id: 'shopifyCustomers',
    target: 'customers',
    headers: [
      'First Name',
      'Last Name',
      'Email',
      'Accepts Email Marketing',
      'Accepts SMS Marketing',
      'Total Spent',
      'Total Orders',
      'Tax Exempt',
    ],
  },
  {
    id: 'repairShoprCustomers',
    target: 'customers',
    headers: ['id', 'firstname', 'lastname', 'business_name', 'get_sms', 'opt_out', 'no_email'],
    columns: {
      externalId: 'id',
      givenName: 'firstname',
      familyName: 'lastname',
      company: 'business_name',
      phone: 'mobile',
      secondPhone: 'phone',
      email: 'email',
      line1: 'address',
      line2: 'address_2',
      city: 'city',
      state: 'state',
      zip: 'zip',
      note: 'notes',
      tags: 'tag_list',
      askedSms: 'get_sms',
      askedEmail: 'properties notification_marketing',
      optedOut: 'opt_out',
      noEmail: 'no_email',
    },
  },
  {
    id: 'edgeCustomers',
    target: 'customers',
    headers: ['CustomerKey', 'CustomerFirstName', 'CustomerLastName'],
    columns: {
      externalId: 'CustomerKey',
      givenName: 'CustomerFirstName',
      familyName: 'CustomerLastName',
      company: 'CustomerCompany',
      phone: 'Phones PhoneNumber',
      secondPhone: 'Phones 2 PhoneNumber',
      email: 'Emails EmailAddress',
      line1: 'Addresses AddressLine1',
      line2: 'Addresses AddressLine2',
      city: 'Addresses AddressCity',
      state: 'Addresses AddressState',
      zip: 'Addresses AddressZip',
      country: 'Addresses AddressCountry',
      note: 'CustomerNotes',
    },
  },
];
