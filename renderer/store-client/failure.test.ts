import { ORPCError } from '@orpc/client';
import { expect, it } from 'vitest';
import { failureOf, isDefinite } from './failure.ts';

it('names what the store said before it ran anything', () => {
  expect(failureOf(new ORPCError('NOT_SIGNED_IN'))).toEqual({ code: 'NOT_SIGNED_IN' });
  expect(failureOf(new ORPCError('FORBIDDEN', { data: { permission: 'sales.void' } }))).toEqual({
    code: 'FORBIDDEN',
    permission: 'sales.void',
  });
  const issues = [{ message: 'TEXT_IS_CARD_NUMBER', path: ['customer', 'note'] }];
  expect(failureOf(new ORPCError('BAD_REQUEST', { data: { issues } }))).toEqual({
    code: 'BAD_INPUT',
    issue: 'TEXT_IS_CARD_NUMBER',
    field: 'customer.note',
  });
});

it('a broken link and a store that threw leave open whether the command was done', () => {
  const lost = failureOf(new DOMException('closed', 'AbortError'));
  const threw = failureOf(new ORPCError('INTERNAL_SERVER_ERROR'));
  expect([lost.code, threw.code]).toEqual(['STORE_BUSY', 'UNEXPECTED']);
  expect([lost, threw].some(isDefinite)).toBe(false);
  expect(isDefinite({ code: 'NOT_SIGNED_IN' })).toBe(true);
});
