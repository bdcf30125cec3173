import 'temporal-polyfill/global';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { RouterClient } from '@orpc/server';
import { superviseShop } from '#electron/main/store-link/supervise-shop.ts';
import type { router } from '#electron/store/router/router.ts';

// Opens the shop by main's own code, from the key in its file to both threads of the store, without a window; signs the
// owner in, and asks the first question of the counter.

const [userData = '', pin = ''] = process.argv.slice(2);
const shop = superviseShop({
  userData,
  demo: false,
  appVersion: '0.0.0',
  keychain: undefined,
  onTrouble: (what) => console.error(what),
});
const port = await shop.connect({ id: 'bench' });
port.start();
const link = new RPCLink({ port });
const client: RouterClient<typeof router> = createORPCClient(link);
const [owner] = await client.staff.list({});
if (!owner) throw new Error('the shop has nobody in it');
const session = await client.staff.signIn({ staffId: owner.staffId, pin });
if (!session.ok) throw new Error(`nobody signed in: ${session.refusal.code}`);
await client.sales.find({ text: 'sapphire' });
process.stdout.write('answered\n');
for (const text of ['Núñez', 'S1-100', '6152', 'platinum ring']) await client.sales.find({ text });
await client.customers.search({ text: 'smith', limit: 50 });
await client.sales.recent({ limit: 50 });
process.stdout.write(`${process.memoryUsage.rss()}\n`);
await shop.close();
process.exit(0);
