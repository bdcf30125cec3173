import type { FramePart, Screen, Section } from './screen.ts';
import { SECTIONS } from './screen.ts';

const screenFiles = import.meta.glob<readonly Screen[]>('../*/screens.ts', {
  eager: true,
  import: 'screens',
});
const frameFiles = import.meta.glob<FramePart>('../*/frame.ts', { eager: true, import: 'frame' });

/** Every screen of every domain. */
export const screens: readonly Screen[] = Object.values(screenFiles).flat();

export const frameParts: readonly FramePart[] = Object.values(frameFiles);

/** Sections that have a screen: an entry that leads nowhere is not shown. */
export const openSections: readonly Section[] = SECTIONS.filter((section) =>
  screens.some((screen) => screen.section === section && screen.path === `/${section}`),
);
