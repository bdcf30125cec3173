import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildEchoShop, type PlantedBug } from './echo-shop/build-echo-shop.ts';
import { runShop } from './echo-shop/run-echo-shop.ts';
import { GUARDS, type Guard } from './guards.ts';

async function holdsIn({ holds }: Guard, ...bugs: readonly PlantedBug[]): Promise<boolean> {
  const folder = await buildEchoShop(...bugs);
  const shop = await runShop(folder);
  try {
    return await holds(shop);
  } finally {
    await shop.app.close();
    rmSync(folder, { recursive: true, force: true });
    rmSync(shop.dataFolder, { recursive: true, force: true });
  }
}

describe.each(GUARDS)('$promise', (guard) => {
  test('in the program as it is', async () => {
    expect(await holdsIn(guard)).toBe(true);
  });

  test('and with that guard taken out this test would fail', async () => {
    expect(await holdsIn(guard, guard.bug)).toBe(false);
  });
});
