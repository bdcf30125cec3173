import type { CustomerId, PieceId } from '#shared/ids.ts';
import type { ComponentType, ReactNode } from 'react';

/** Sections of the window in the order of Alt+1…9; a new one takes the next number. The settings stand last. */
export const SECTIONS = [
  'sell',
  'customers',
  'stock',
  'day-close',
  'settings',
  'accounts',
  'review',
] as const;

export type Section = (typeof SECTIONS)[number];

/** A screen: its address and where its code is. Each domain folder lists its own in `screens.ts`. */
export interface Screen {
  /** `/customers/$customerId`; a section's first screen is `/` and its name. */
  readonly path: `/${string}`;
  readonly section: Section;
  readonly load: () => Promise<ComponentType>;
}

/**
 * What a domain adds to the frame, on every screen. Each domain folder may export one from `frame.ts`; the frame finds it.
 */
export interface FramePart {
  /** Stands before the window: first run before sign-in before the screens. Shows its own page or its children. */
  readonly gate?: {
    readonly order: number;
    readonly component: ComponentType<{ readonly children: ReactNode }>;
  };
  /** The one box at the top. */
  readonly search?: ComponentType;
  /** Chips between the box and the people: what waits, what needs attention. */
  readonly status?: ComponentType;
  /** Who sells and who is signed in, at the right end of the top. */
  readonly people?: ComponentType;
  /** Over every screen: facts that must be seen. */
  readonly banner?: ComponentType;
  /** Always mounted and mostly unseen: commands, scans and dialogs that work from any screen. */
  readonly resident?: ComponentType;
  /** A button on the Sell screen: what else the cart can become. */
  readonly sellAct?: ComponentType;
  /** A small card beside a customer: what the domain knows of them. */
  readonly customerCard?: ComponentType<CustomerCardProps>;
  /** Beside a scanned piece that is with somebody: with whom, and the way there. */
  readonly pieceAway?: ComponentType<PieceAwayProps>;
}

export interface PieceAwayProps {
  readonly pieceId: PieceId;
  /** The way there was taken. */
  readonly onGo: () => void;
}

export interface CustomerCardProps {
  readonly customerId: CustomerId;
}
