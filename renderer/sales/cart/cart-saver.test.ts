import { expect, test } from 'vitest';
import type { CartId } from '#shared/ids.ts';
import { type Cart, emptyCart } from '#shared/sales/cart.ts';
import { createCartSaver, type SendAnswer } from './cart-saver.ts';

const cart = (name: string) => emptyCart(name as CartId);

function aStore() {
  const sent: Cart[] = [];
  const answers: PromiseWithResolvers<SendAnswer>[] = [];
  const pauses: PromiseWithResolvers<void>[] = [];
  const saver = createCartSaver(
    (next) => {
      sent.push(next);
      const answer = Promise.withResolvers<SendAnswer>();
      answers.push(answer);
      return answer.promise;
    },
    () => {
      const pause = Promise.withResolvers<void>();
      pauses.push(pause);
      return pause.promise;
    },
  );
  const soon = () => new Promise((resolve) => setTimeout(resolve));
  const answer = (index: number, how: SendAnswer) => {
    answers[index]?.resolve(how);
    return soon();
  };
  const goOn = (index: number) => {
    pauses[index]?.resolve();
    return soon();
  };
  return { saver, sent, answer, goOn };
}

test('carts go out one at a time, and only the newest of those that wait', async () => {
  const { saver, sent, answer } = aStore();
  for (const name of ['a', 'b', 'c']) saver.save(cart(name));
  expect(sent).toEqual([cart('a')]);
  await answer(0, 'kept');
  expect(sent).toEqual([cart('a'), cart('c')]);
});

test('a cart the store did not hear of is sent again, the newest in its place', async () => {
  const { saver, sent, answer, goOn } = aStore();
  saver.save(cart('a'));
  await answer(0, 'unreached');
  expect(sent).toHaveLength(1);
  saver.save(cart('b'));
  await goOn(0);
  expect(sent).toEqual([cart('a'), cart('b')]);
});

test('a refused cart is not sent again', async () => {
  const { saver, sent, answer } = aStore();
  saver.save(cart('a'));
  await answer(0, 'refused');
  expect(sent).toEqual([cart('a')]);
});

test('a cart that was paid is not saved any more, not even after a lost link', async () => {
  const { saver, sent, answer } = aStore();
  saver.save(cart('a'));
  saver.save(cart('b'));
  saver.drop();
  await answer(0, 'unreached');
  expect(sent).toEqual([cart('a')]);
});

test('whoever parks the sale can wait until it is on disk', async () => {
  const { saver, answer } = aStore();
  let settled = false;
  saver.save(cart('a'));
  void saver.settled().then(() => {
    settled = true;
  });
  expect(settled).toBe(false);
  await answer(0, 'kept');
  expect(settled).toBe(true);
});
