import type { Cents } from '#shared/money.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session/session.ts';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { useCommand, useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { MoneyField } from '../../ui/fields/money-field.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { useDrawerState } from '../drawer-state.ts';
import { freshId } from '../fresh-id.ts';

/** Shown while the drawer is closed: one field, Enter, and the day begins. */
export function OpenDrawer() {
  const { t } = useTranslation('sell');
  const mayOpen = useMay('drawer.open');
  const drawer = useDrawerState().data;
  const settings = useStoreQuery({
    key: ['settings.get'],
    tables: ['setting', 'store', 'tax_rule', 'register_setting'],
    read: (store) => store.settings.get({}),
  }).data;
  if (!drawer || drawer.open !== null || !settings) return null;
  if (!mayOpen) {
    return (
      <Note tone="warning" title={t('drawer.title')}>
        {t('drawer.ask')}
      </Note>
    );
  }
  return <FloatForm proposed={drawer.lastLeftCents ?? settings.selling.floatCents} />;
}

function FloatForm({ proposed }: { readonly proposed: Cents }) {
  const { t } = useTranslation('sell');
  const [float, setFloat] = useState<Cents | undefined>(proposed);
  const [drawerSessionId] = useState(() => freshId('drawerSession'));
  const open = useCommand((store, floatCents: Cents, commandId) =>
    store.dayClose.open({ commandId, drawerSessionId, floatCents }),
  );
  const run = () => {
    if (float !== undefined) void open.run(float);
  };
  return (
    <Card padded edge="accent" label={t('drawer.title')}>
      <Row apart align="end" wrap gap={16}>
        <Stack gap={0} grow>
          <Text as="h2" size="lead" strong>
            {t('drawer.title')}
          </Text>
          <Text tone="muted">{t('drawer.next')}</Text>
        </Stack>
        <MoneyField
          label={t('drawer.float')}
          value={float}
          onChange={setFloat}
          size={44}
          onEnter={run}
          autoFocus
        />
        <Button
          kind="primary"
          size={44}
          busy={open.pending}
          disabled={float === undefined}
          onClick={run}
        >
          {t('drawer.open')}
        </Button>
      </Row>
      <RefusalNote refusal={open.refusal} />
      <FailureNote failure={open.failure} />
    </Card>
  );
}
