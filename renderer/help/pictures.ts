import type { GuidePage } from './topics.ts';

/** The same pictures the documents show, made by `npm run screenshots` from the running program. */
const files: Readonly<Record<string, string>> = import.meta.glob<string>(
  '../../docs/images/screens/{light,dark}/{sell,pay,price,receipt,gift-card,approvals,quotes,customers,certificate,stock,imports,accounts,day-close,review,settings-staff,settings-taxes,settings-services,settings-store,settings-scanner,customer-display,settings-backup,keys,return}.png',
  { eager: true, import: 'default', query: '?url' },
);

const SCREEN_OF: Readonly<Partial<Record<GuidePage, string>>> = {
  sell: 'sell',
  pay: 'pay',
  price: 'price',
  receipts: 'receipt',
  'gift-cards': 'gift-card',
  approvals: 'approvals',
  quotes: 'quotes',
  returns: 'return',
  customers: 'customers',
  exempt: 'certificate',
  stock: 'stock',
  import: 'imports',
  accounts: 'accounts',
  'day-close': 'day-close',
  review: 'review',
  staff: 'settings-staff',
  taxes: 'settings-taxes',
  tiles: 'settings-services',
  settings: 'settings-store',
  scanner: 'settings-scanner',
  'customer-display': 'customer-display',
  backup: 'settings-backup',
  keys: 'keys',
};

export interface Picture {
  readonly light: string;
  readonly dark: string;
}

/** How the screen of a page looks, in both themes; undefined for a page without one. */
export function pictureOf(page: string): Picture | undefined {
  const entry = Object.entries(SCREEN_OF).find(([name]) => name === page);
  const at = (theme: string) => files[`../../docs/images/screens/${theme}/${entry?.[1]}.png`];
  const [light, dark] = [at('light'), at('dark')];
  return light === undefined || dark === undefined ? undefined : { light, dark };
}
