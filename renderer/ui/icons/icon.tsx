import './icon.css';
import { iconPaths, type IconName } from './icon-paths.ts';

export interface IconProps {
  readonly name: IconName;
  /** Small sits inside 12 px words. */
  readonly small?: boolean;
}

/** A drawing beside a word that already says it: hidden from screen readers. */
export function Icon({ name, small = false }: IconProps) {
  return (
    <svg className="ui-icon" data-small={small} viewBox="0 0 20 20" aria-hidden="true">
      <path d={iconPaths[name]} />
    </svg>
  );
}

/** The mark of the house: the one gold drawing in the frame. */
export function BrandMark() {
  return (
    <svg className="ui-brand-mark" viewBox="0 0 28 28" aria-hidden="true">
      <path d="M8 4h12l5 7-11 13L3 11zM3 11h22M8 4l6 20 6-20M11 11l3-7 3 7" />
    </svg>
  );
}
