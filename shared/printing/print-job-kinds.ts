/** What may wait for a printer. `drawer` is a pulse, `tags` go to the tag printer, the others are papers. */
export const PRINT_JOB_KINDS = [
  'receipt',
  'giftReceipt',
  'approval',
  'quote',
  'creditSlip',
  'statement',
  'dayClose',
  'supplement',
  'depositSlip',
  'worksheet8300',
  'testPage',
  'drawer',
  'tags',
] as const;
export type PrintJobKind = (typeof PRINT_JOB_KINDS)[number];
