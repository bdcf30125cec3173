import type { FramePart } from '../app/screen.ts';
import { PastSalesCard } from './past-sales-card.tsx';

export const frame: FramePart = { customerCard: PastSalesCard };
