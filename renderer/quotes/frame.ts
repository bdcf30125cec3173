import type { FramePart } from '../app/screen.ts';
import { QuoteAct } from './quote-act.tsx';

export const frame: FramePart = { sellAct: QuoteAct };
