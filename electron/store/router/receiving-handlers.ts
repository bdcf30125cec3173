import { completeReceive } from '#db/receiving/complete-receive.ts';
import { dropReceiveDraft, saveReceiveDraft } from '#db/receiving/drafts.ts';
import { reverseReceive } from '#db/receiving/reverse-receive.ts';
import { ok } from '#shared/result.ts';
import { fromReader, gated } from './gate.ts';
import { toWriter } from './to-writer.ts';

const { receiving } = gated;

export const receivingHandlers = {
  drafts: receiving.drafts.handler(fromReader('receiving.drafts')),
  saveDraft: receiving.saveDraft.handler(({ input, context: { store } }) =>
    store.shop.writer.writeLocal((tx) => saveReceiveDraft(tx, input.draft, store.now())),
  ),
  dropDraft: receiving.dropDraft.handler(({ input, context: { store } }) => {
    store.shop.writer.writeLocal((tx) => dropReceiveDraft(tx, input.receiveId));
    return ok(null);
  }),
  complete: receiving.complete.handler(toWriter('receiving.complete', completeReceive)),
  list: receiving.list.handler(fromReader('receiving.list')),
  get: receiving.get.handler(fromReader('receiving.get')),
  reverse: receiving.reverse.handler(toWriter('receiving.reverse', reverseReceive)),
};
