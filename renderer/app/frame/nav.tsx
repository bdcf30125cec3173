import './shell.css';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Hint } from '../../ui/actions/hint.tsx';
import { Icon } from '../../ui/icons/icon.tsx';
import type { IconName } from '../../ui/icons/icon-paths.ts';
import { openSections } from '../parts.ts';
import type { Section } from '../screen.ts';

const ICONS: Readonly<Record<Section, IconName>> = {
  sell: 'tag',
  customers: 'customer',
  stock: 'gem',
  'day-close': 'drawer',
  settings: 'settings',
  accounts: 'bank',
  review: 'alert',
};

/** The settings stand at the foot, whatever number they have. */
const shown = openSections
  .map((section, index) => ({ section, chord: `Alt+${index + 1}` }))
  .toSorted((a, b) => Number(a.section === 'settings') - Number(b.section === 'settings'));

export function Nav() {
  const { t } = useTranslation('shell');
  return (
    <nav className="app-nav" aria-label={t('sectionsLabel')}>
      {shown.map(({ section, chord }) => (
        <Hint key={section} label={t(`sections.${section}`)} chord={chord}>
          <Link to={`/${section}`} data-section={section}>
            <Icon name={ICONS[section]} />
            <span>{t(`sections.${section}`)}</span>
          </Link>
        </Hint>
      ))}
    </nav>
  );
}
