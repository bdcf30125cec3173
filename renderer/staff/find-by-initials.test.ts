import { expect, it } from 'vitest';
import { findByInitials } from './find-by-initials.ts';

const people = [{ initials: 'AR' }, { initials: 'ÁV' }, { initials: 'B' }, { initials: 'BK' }];

it('one letter is enough where only one person begins with it', () => {
  const two = [{ initials: 'AR' }, { initials: 'KM' }];
  expect(findByInitials(two, 'k')).toEqual({ kind: 'one', person: { initials: 'KM' } });
});

it('the next letter decides between people who begin alike, with or without accents', () => {
  expect(findByInitials(people, 'a')).toEqual({ kind: 'some', person: { initials: 'AR' } });
  expect(findByInitials(people, 'av')).toEqual({ kind: 'one', person: { initials: 'ÁV' } });
});

it('a person whose initials begin another’s is in sight first and taken with Enter', () => {
  expect(findByInitials(people, 'b')).toEqual({ kind: 'some', person: { initials: 'B' } });
});

it('letters of nobody, and no letters, mean nobody', () => {
  expect(findByInitials(people, 'x').kind).toBe('none');
  expect(findByInitials(people, '').kind).toBe('none');
});
