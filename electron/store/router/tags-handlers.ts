import { dismissTags, printTags } from '#db/printing/tags/print-tags.ts';
import { saveTagPrinter } from '#db/settings/register-settings.ts';
import { saveTagTerms } from '#db/settings/tag-terms.ts';
import { ok, refuse } from '#shared/result.ts';
import { stockProblem } from '#shared/stock/tags/tag-stock.ts';
import { fromReader, gated } from './gate.ts';
import { toWriter } from './to-writer.ts';

const { tags } = gated;

export const tagsHandlers = {
  settings: tags.settings.handler(fromReader('tags.settings')),
  saveTerms: tags.saveTerms.handler(toWriter('tags.saveTerms', saveTagTerms)),
  savePrinter: tags.savePrinter.handler(({ input, context: { store } }) => {
    const problem = stockProblem(input.printer.stock);
    if (problem) return refuse({ code: problem });
    store.shop.writer.writeLocal((tx) => saveTagPrinter(tx, input.printer));
    store.shop.printDesk.nudge();
    return ok(null);
  }),
  preview: tags.preview.handler(fromReader('tags.preview')),
  waiting: tags.waiting.handler(fromReader('tags.waiting')),
  print: tags.print.handler(toWriter('tags.print', printTags)),
  dismiss: tags.dismiss.handler(toWriter('tags.dismiss', dismissTags)),
};
