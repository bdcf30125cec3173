import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeDraft, isEmptyDraft, withDraft, type Draft } from './draft.ts';

interface Form {
  readonly name: string;
  readonly phone: string;
}

const stored: Form = { name: 'Ana', phone: '615' };

it('a form shows what was typed over what is stored', () => {
  const draft = changeDraft(stored, {}, 'name', 'Anna');
  expect(withDraft(stored, draft)).toEqual({ name: 'Anna', phone: '615' });
});

it('a field typed back to what is stored is no longer a change', () => {
  const draft = changeDraft(stored, changeDraft(stored, {}, 'name', 'Anna'), 'name', 'Ana');
  expect(isEmptyDraft(draft)).toBe(true);
});

it('what somebody else stored meanwhile in another field is kept', () => {
  const draft = changeDraft(stored, {}, 'name', 'Anna');
  expect(withDraft({ ...stored, phone: '931' }, draft)).toEqual({ name: 'Anna', phone: '931' });
});

it('whatever is typed, in whatever order, the form shows the last of each field', () => {
  const typed = fc.array(
    fc.record({ name: fc.constantFrom('name' as const, 'phone' as const), value: fc.string() }),
  );
  fc.assert(
    fc.property(typed, (changes) => {
      let draft: Draft<Form> = {};
      let plain: Form = stored;
      for (const { name, value } of changes) {
        draft = changeDraft(stored, draft, name, value);
        plain = { ...plain, [name]: value };
      }
      expect(withDraft(stored, draft)).toEqual(plain);
    }),
  );
});
