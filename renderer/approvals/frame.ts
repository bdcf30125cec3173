import type { FramePart } from '../app/screen.ts';
import { ApprovalAct } from './approval-act.tsx';
import { PieceOnApproval } from './piece-on-approval.tsx';

export const frame: FramePart = { sellAct: ApprovalAct, pieceAway: PieceOnApproval };
