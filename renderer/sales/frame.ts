import type { FramePart } from '../app/screen.ts';
import { FindBox } from './find/find-box.tsx';
import { ScanNotice } from './find/scan-notice.tsx';
import { SellingAsChip } from './people/selling-as-chip.tsx';
import { SellingResident } from './selling-resident.tsx';
import { SellingProvider } from './selling-context.tsx';

export const frame: FramePart = {
  gate: { order: 40, component: SellingProvider },
  search: FindBox,
  people: SellingAsChip,
  banner: ScanNotice,
  resident: SellingResident,
};
