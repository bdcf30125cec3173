import { rmSync } from 'node:fs';
import { test as base } from '@playwright/test';
import { type Counter, counterAt } from './counter.ts';
import { prepareShop, type StoreClient } from './prepared-shop.ts';
import { type RunningProgram, startProgram } from './program.ts';

export interface OpenShop extends RunningProgram {
  readonly counter: Counter;
}

export interface ShopFixtures {
  /** What every program of a test is started with, besides its folder. */
  readonly switches: readonly string[];
  /** Starts the program on a folder of data; it is closed and erased after the test. */
  readonly open: (dataFolder: string) => Promise<OpenShop>;
  /** Starts the program on a shop that is set up, staffed and stocked. */
  readonly openShop: (more?: (client: StoreClient) => Promise<void>) => Promise<OpenShop>;
}

/** Playwright's own test with shops to open; whatever a test opened is shut after it. */
export const test = base.extend<ShopFixtures>({
  switches: [[], { option: true }],
  open: async ({ switches }, lend) => {
    const running: RunningProgram[] = [];
    await lend(async (dataFolder) => {
      const program = await startProgram(dataFolder, switches);
      running.push(program);
      return { ...program, counter: counterAt(program.page) };
    });
    for (const { app } of running) await app.close();
    for (const { dataFolder } of running) rmSync(dataFolder, { recursive: true, force: true });
  },
  openShop: async ({ open }, lend) => {
    await lend(async (more) => open((await prepareShop(more)).dataFolder));
  },
});

export { expect } from '@playwright/test';
