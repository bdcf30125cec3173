import './shell.css';
import { useTranslation } from 'react-i18next';
import { BrandMark } from '../../ui/icons/icon.tsx';
import { frameParts } from '../parts.ts';
import { StatusChips } from './status-chips.tsx';

/** Search leads; then what needs attention, and who is at the counter. */
export function TopBar() {
  const { t } = useTranslation('shell');
  return (
    <header className="app-top">
      <span className="app-brand" title={t('product')}>
        <BrandMark />
      </span>
      <div className="app-search" role="search">
        {frameParts.map((part, index) => part.search && <part.search key={index} />)}
      </div>
      <div className="app-status">
        <StatusChips />
        {frameParts.map((part, index) => part.status && <part.status key={index} />)}
      </div>
      <div className="app-people">
        {frameParts.map((part, index) => part.people && <part.people key={index} />)}
      </div>
    </header>
  );
}
