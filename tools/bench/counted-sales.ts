import 'temporal-polyfill/global';
import { appendFileSync } from 'node:fs';
import { COUNTED_SALES } from './count-syncs.ts';
import { openCounterIn } from './counter-in-process.ts';
import { copyFilledShop } from './filled-shop.ts';

// Rings sales up between two marks, so that the recorder around this process can count what they sync.

const [shop = '', marks = ''] = process.argv.slice(2);
await copyFilledShop(1000, shop, () => {});
const counter = await openCounterIn(shop);
await counter.sell(counter.nextSale());
const inputs = Array.from({ length: COUNTED_SALES }, () => counter.nextSale());
appendFileSync(marks, 'from here\n');
for (const input of inputs) await counter.sell(input);
appendFileSync(marks, 'to here\n');
await counter.close();
