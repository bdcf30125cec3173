import type { StaffMember } from '#shared/staff/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { DemoActions } from '../app/demo-actions.tsx';
import { useSystemStatus } from '../app/system-status.ts';
import { useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { BrandMark } from '../ui/icons/icon.tsx';
import { Spacer } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { Chip } from '../ui/messages/chip.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { Progress } from '../ui/messages/progress.tsx';
import { PeopleTiles } from './people-tiles.tsx';
import { PinPanel } from './pin-panel.tsx';

/** Who is at the register: a tile for each person, then the PIN. Nothing else of the shop is told here. */
export function SignInPage() {
  const { t } = useTranslation('sign-in');
  return (
    <div className="sign-in">
      <SignInHead />
      <main className="sign-in-body" aria-label={t('title')}>
        <SignInBody />
      </main>
    </div>
  );
}

function SignInHead() {
  const { t } = useTranslation('shell');
  const { data: status } = useSystemStatus();
  return (
    <header className="sign-in-head">
      <BrandMark />
      <Text strong>{status?.name ?? t('product')}</Text>
      <Text tone="muted">{status?.registerName}</Text>
      <Spacer />
      {status?.demo === true ? (
        <>
          <Chip tone="gold">{t('demo')}</Chip>
          <DemoActions />
        </>
      ) : null}
    </header>
  );
}

function SignInBody() {
  const { t } = useTranslation(['sign-in', 'common']);
  const people = useStoreQuery({
    key: ['staff.list', 'active'],
    tables: ['staff', 'staff_pin'],
    read: (store) => store.staff.list({}),
  });
  const [chosen, setChosen] = useState<StaffMember>();
  if (people.failure !== undefined) {
    const again = <Button onClick={people.again}>{t('common:retry')}</Button>;
    return <FailureNote failure={people.failure} action={again} />;
  }
  if (people.data === undefined) return <Progress label={t('loading')} />;
  if (people.data.length === 0)
    return (
      <EmptyState icon="staff" title={t('nobody')}>
        {t('nobodyNext')}
      </EmptyState>
    );
  const only = people.data.length === 1 ? people.data[0] : undefined;
  const person = chosen ?? only;
  return (
    <>
      <section className="sign-in-people">
        <h1 className="ui-text" data-size="title">
          {t('title')}
        </h1>
        <Text as="p" tone="muted">
          {t('hint')}
        </Text>
        <PeopleTiles
          people={people.data}
          chosen={person}
          waiting={person === undefined}
          onChoose={setChosen}
        />
      </section>
      <PinPanel
        key={person?.staffId}
        person={person}
        onBack={only === undefined ? () => setChosen(undefined) : undefined}
      />
    </>
  );
}
