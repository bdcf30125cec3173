import { type RecordedPrinter, startRecordedPrinter } from '#tools/printer/recorded-printer.ts';
import { justSold, scanLine } from './counter.ts';
import { CAL, CHAIN, mustDo, type StoreClient } from './prepared-shop.ts';
import { expect, type OpenShop, test } from './shop-test.ts';

const printsOn = (printer: RecordedPrinter, drawer: boolean) => async (client: StoreClient) =>
  mustDo(
    await client.settings.savePrinter({
      printer: { host: printer.host, port: printer.port, columns: 48, locale: 'en', drawer },
    }),
  );

/** One chain for cash, and where Settings shows what waits for the printer. */
async function sellAndLook({ counter, page }: OpenShop) {
  await counter.signIn(CAL);
  await scanLine(counter, CHAIN);
  await counter.key('F10');
  await expect(justSold(page)).toContainText('S1-1');
  await expect(page.getByText('Printer stopped · 1 waiting')).toBeVisible();
  await counter.key('Alt+5');
  await counter.click(page.getByRole('button', { name: 'Printer', exact: true }));
  return page.getByRole('list', { name: 'Waiting for the printer' }).getByRole('listitem');
}

test('a printer that is off stops no sale: what waits is said in words and prints when it is back', async ({
  openShop,
}) => {
  const printer = await startRecordedPrinter();
  const shop = await openShop(printsOn(printer, true));
  await printer.turnOff();
  const { page } = shop;
  const queue = await sellAndLook(shop);
  const drawer = queue.filter({ hasText: 'Drawer' });
  const receipt = queue.filter({ hasText: 'Receipt' });
  await expect(receipt).toContainText('S1-1');
  await expect(receipt).toContainText('Not printed');
  await expect(receipt).toContainText('The printer does not answer. Switch it on');
  await expect(drawer).toContainText('the drawer stayed shut. Open it again.');

  await printer.turnOn();
  const [printed] = await printer.untilJobs(1);
  expect((printed?.lines ?? []).join('\n')).toContain('S1-1');
  await expect(receipt).toHaveCount(0);
  await expect(page.getByText(/Printer stopped/)).toHaveCount(0);
  // Nobody stands at the drawer any more: it is opened when a person asks, never by itself.
  expect(printer.jobs).toHaveLength(1);
  await drawer.getByRole('button', { name: 'Do not print' }).click();
  await expect(page.getByText('Nothing waits for the printer.')).toBeVisible();
  await printer.stop();
});

test('a printer without paper stops no sale: the queue says to put in a roll, and with one it prints', async ({
  openShop,
}) => {
  const printer = await startRecordedPrinter();
  const shop = await openShop(printsOn(printer, false));
  printer.behave('outOfPaper');
  const { page } = shop;
  const queue = await sellAndLook(shop);
  const receipt = queue.filter({ hasText: 'Receipt S1-1' });
  await expect(receipt).toContainText('The printer is out of paper. Put in a new roll');
  expect(printer.jobs.flatMap((job) => job.lines)).toEqual([]);

  printer.behave('prints');
  await receipt.getByRole('button', { name: 'Try again' }).click();
  const jobs = await printer.untilJobs(1);
  expect(jobs.flatMap((job) => job.lines).join('\n')).toContain('S1-1');
  await expect(page.getByText('Nothing waits for the printer.')).toBeVisible();
  await printer.stop();
});
