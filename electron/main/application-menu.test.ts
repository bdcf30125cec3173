import { expect, test } from 'vitest';
import { applicationMenuFor } from './application-menu.ts';

test('a Mac has copy, paste and quit in its bar, and no menu there can reload the window or look into it', () => {
  const roles = applicationMenuFor('darwin')?.map(({ role }) => role);
  expect(roles).toEqual(['appMenu', 'editMenu', 'windowMenu']);
  expect(roles).not.toContain('viewMenu');
});

test('elsewhere there is no bar over the window', () => {
  expect([applicationMenuFor('win32'), applicationMenuFor('linux')]).toEqual([null, null]);
});
