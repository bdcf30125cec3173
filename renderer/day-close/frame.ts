import type { FramePart } from '../app/screen.ts';
import { DrawerKey } from './drawer-key.tsx';

export const frame: FramePart = { resident: DrawerKey };
