import type { FramePart } from '../app/screen.ts';
import { FirstRunGate } from './first-run-gate.tsx';

export const frame: FramePart = { gate: { order: 20, component: FirstRunGate } };
