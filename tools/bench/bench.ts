// npm run bench -- sale | ticket | search | stock | reprice | import | open: what a sale, a long ticket, a search, a file and a
// start cost, beside what they cannot cost less than.
import 'temporal-polyfill/global';
import { parseArgs } from 'node:util';
import { benchImport } from './import-bench.ts';
import { benchOpen } from './open-bench.ts';
import { benchReprice } from './reprice-bench.ts';
import { benchSale } from './sale-bench.ts';
import { benchSearch } from './search-bench.ts';
import { benchStock } from './stock-bench.ts';
import { benchTicket } from './ticket-bench.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const [what = ''] = positionals;

const figures = await measure();
process.stdout.write(values.json ? `${JSON.stringify(figures, rounded)}\n` : table(figures));

function measure(): Promise<object> {
  switch (what) {
    case 'sale':
      return benchSale(say);
    case 'ticket':
      return benchTicket(say);
    case 'search':
      return benchSearch(say);
    case 'stock':
      return benchStock(say);
    case 'reprice':
      return benchReprice(say);
    case 'import':
      return benchImport(say);
    case 'open':
      return benchOpen(say);
    default:
      throw new Error('say what to measure: sale, ticket, search, stock, reprice, import or open');
  }
}

function rounded(_name: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
}

function table(measured: object): string {
  const rows = Object.entries(measured).map(
    ([name, value]) => `${name.padEnd(18)} ${String(rounded(name, value))}`,
  );
  return `${rows.join('\n')}\n`;
}
