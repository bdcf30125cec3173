import type { OpenDrawer } from '#shared/day-close/contract.ts';
import { useTranslation } from 'react-i18next';
import { useGo } from '../app/navigation.ts';
import { useMay } from '../app/session/session.ts';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/actions/button.tsx';
import { Money } from '../ui/figures/money.tsx';
import { SectionTitle } from '../ui/layout/card.tsx';
import { Sums } from '../ui/layout/facts.tsx';
import { Spacer } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';

/** The open drawer in short, and the one main act: count and close. */
export function DrawerSide({ drawer }: { readonly drawer: OpenDrawer }) {
  const { t } = useTranslation('day-close');
  const format = useFormat();
  const go = useGo();
  const mayClose = useMay('dayClose.close');
  return (
    <div className="day-side">
      <SectionTitle>{t('side.drawer')}</SectionTitle>
      <Sums
        facts={[
          { label: t('side.openedAt'), value: format.time(drawer.openedAtMs) },
          { label: t('side.openedBy'), value: drawer.openedBy },
          { label: t('side.float'), value: <Money amount={drawer.floatCents} /> },
          { label: t('side.sales'), value: format.count(drawer.saleCount) },
        ]}
      />
      <Text as="p" size="second" tone="muted">
        {t('side.blind')}
      </Text>
      <Spacer />
      {mayClose ? null : (
        <Text as="p" size="second" tone="muted">
          {t('side.notYou')}
        </Text>
      )}
      <Button
        kind="primary"
        size={56}
        wide
        hint="Ctrl+Enter"
        disabled={!mayClose}
        onClick={() => go('/day-close/count')}
      >
        {t('side.count')}
      </Button>
    </div>
  );
}
