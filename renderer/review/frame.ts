import type { FramePart } from '../app/screen.ts';
import { ReviewChip } from './review-chip.tsx';

export const frame: FramePart = { status: ReviewChip };
