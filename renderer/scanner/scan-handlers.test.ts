import { expect, it } from 'vitest';
import { createScanHandlers } from './scan-handlers.ts';

it('the dialog opened last has the scan, and what stands behind every screen only when nobody else does', () => {
  const heard: string[] = [];
  const handlers = createScanHandlers();
  handlers.add(({ code }) => heard.push(`window ${code}`), true);
  const leaveSell = handlers.add(({ code }) => heard.push(`sell ${code}`), false);
  const closeDialog = handlers.add(({ code }) => heard.push(`dialog ${code}`), false);
  handlers.handle({ code: 'A', repeat: false });
  closeDialog();
  handlers.handle({ code: 'B', repeat: false });
  leaveSell();
  handlers.handle({ code: 'C', repeat: false });
  expect(heard).toEqual(['dialog A', 'sell B', 'window C']);
});

it('a scan nobody asked for is no error', () => {
  expect(() => createScanHandlers().handle({ code: 'A', repeat: false })).not.toThrow();
});
