import type { FramePart } from '../app/screen.ts';
import { AccountCard } from './account-card.tsx';
import { ShipAct } from './ship-act.tsx';

export const frame: FramePart = { customerCard: AccountCard, sellAct: ShipAct };
