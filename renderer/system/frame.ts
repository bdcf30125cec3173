import type { FramePart } from '../app/screen.ts';
import { DemoStatus } from './demo-status.tsx';
import { RecoveryBanner } from './recovery-banner.tsx';
import { SystemGate } from './system-gate.tsx';

export const frame: FramePart = {
  gate: { order: 10, component: SystemGate },
  status: DemoStatus,
  banner: RecoveryBanner,
};
