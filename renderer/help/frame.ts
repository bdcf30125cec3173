import type { FramePart } from '../app/screen.ts';
import { HelpGate } from './help-gate.tsx';

// Outermost: whoever stands before the screens, the first run or the sign-in, has F1 too.
export const frame: FramePart = { gate: { order: 5, component: HelpGate } };
