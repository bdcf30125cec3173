import { expect, test } from 'vitest';
import { savePaperPdf } from './save-paper.ts';

const receipt = { kind: 'roll-receipt', id: 'sale' };
const pageThatAnswers = (answer: unknown) =>
  ({ counter: { paper: { savePdf: () => Promise.resolve(answer) } } }) as unknown as Window;

test.each([
  [{ ok: true, value: { saved: true } }, 'saved'],
  [{ ok: true, value: { saved: false } }, 'cancelled'],
  [{ ok: false, refusal: { code: 'FILE_NOT_WRITTEN' } }, 'failed'],
  [undefined, 'failed'],
])('%o of the program is "%s"', async (answer, outcome) => {
  expect(await savePaperPdf(pageThatAnswers(answer), receipt)).toBe(outcome);
});

test('a browser without the program around it prints the page itself', async () => {
  expect(await savePaperPdf({} as Window, receipt)).toBe('browser');
});
