import type { StaffId } from '#shared/ids.ts';
import { ROLES } from '#shared/staff/permissions.ts';
import { expect, it } from 'vitest';
import { newPerson, personProblems, pinDigits, renamed, withRole } from './person-draft.ts';

const id = '0190b6a0-0000-7000-8000-000000000001' as StaffId;
const ben = { ...newPerson(id), name: 'Ben Katz', initials: 'BK', pin: '8053', pinAgain: '8053' };

it('a person of the counter needs a name, initials, a role and, if any, a PIN of four digits', () => {
  expect(personProblems(ben)).toEqual({});
  expect(personProblems({ ...ben, pin: '', pinAgain: '' })).toEqual({});
  expect(personProblems(newPerson(id))).toEqual({
    name: 'nameMissing',
    initials: 'initialsMissing',
  });
});

it('a manager’s PIN is longer', () => {
  const manager = withRole(ben, 'manager', true, ROLES);
  expect(manager.roles).toEqual(['counter', 'manager']);
  expect(pinDigits(manager)).toBe(6);
  expect(personProblems(manager)).toEqual({ pin: 'pinShort' });
});

it('a PIN that is a row, or typed differently the second time, is told at once', () => {
  expect(personProblems({ ...ben, pin: '1234', pinAgain: '1234' })).toEqual({ pin: 'pinEasy' });
  expect(personProblems({ ...ben, pinAgain: '8054' })).toEqual({ pinAgain: 'pinDiffers' });
});

it('nobody is left without a role', () => {
  const none = withRole(ben, 'counter', false, ROLES);
  expect(personProblems(none)).toEqual({ roles: 'roleMissing' });
});

it('initials follow the name until somebody writes their own', () => {
  const typed = renamed(newPerson(id), 'Kwame Adjei');
  expect(typed.initials).toBe('KA');
  expect(renamed(typed, 'Kwame Boateng').initials).toBe('KB');
  expect(renamed({ ...typed, initials: 'KX' }, 'Kwame Boateng').initials).toBe('KX');
});
