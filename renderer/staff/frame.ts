import type { FramePart } from '../app/screen.ts';
import { PeopleChip } from './people-chip.tsx';
import { SignInGate } from './sign-in-gate.tsx';

export const frame: FramePart = {
  gate: { order: 30, component: SignInGate },
  people: PeopleChip,
};
