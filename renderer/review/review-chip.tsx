import { useTranslation } from 'react-i18next';
import { useGo } from '../app/navigation.ts';
import { useMay } from '../app/session/session.ts';
import { Chip } from '../ui/messages/chip.tsx';
import { useOpenReviews } from './review-data.ts';

/** Says on every screen that something waits to be settled. */
export function ReviewChip() {
  const { t } = useTranslation('review');
  const go = useGo();
  const count = useOpenReviews(useMay('review.read')) ?? 0;
  if (count === 0) return null;
  return (
    <Chip tone="warning" icon="alert" onClick={() => go('/review')}>
      {t('chip', { count })}
    </Chip>
  );
}
