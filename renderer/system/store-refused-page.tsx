import './system.css';
import type { StoreRefusal } from '#shared/settings/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { RestoreWizard } from '../app/recovery/restore-wizard.tsx';
import { useCommands } from '../commands/command-context.tsx';
import { useRefusalText } from '../i18n/refusal-text.ts';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { BrandMark } from '../ui/icons/icon.tsx';
import { Row, Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { Note } from '../ui/messages/note.tsx';
import { GoOnForm } from './go-on-form.tsx';
import { actionsFor, type RefusalAction } from './refusal-actions.ts';
import { UseCodeForm } from './use-code-form.tsx';

export interface StoreRefusedPageProps {
  readonly refusal: StoreRefusal;
  readonly demo: boolean;
}

type View = 'overview' | Exclude<RefusalAction, 'retry'>;

/** The store did not open: what was found, what to do, and the ways out. Nothing on the disk was changed. */
export function StoreRefusedPage({ refusal, demo }: StoreRefusedPageProps) {
  const { t } = useTranslation('system');
  const { what, next } = useRefusalText()(refusal);
  const [view, setView] = useState<View>('overview');
  const back = () => setView('overview');
  useCommands([
    {
      id: 'refused.back',
      chord: 'Esc',
      label: 'shell:keys.back',
      when: () => view !== 'overview',
      run: back,
    },
  ]);
  return (
    <main className="refused">
      <Stack gap={16}>
        <Row>
          <BrandMark />
          <Text as="h1" size="title">
            {t('refused.title')}
          </Text>
        </Row>
        <Note tone="danger" title={what} code={refusal.code}>
          {next}
        </Note>
        {view === 'overview' ? (
          <Overview refusal={refusal} demo={demo} onView={setView} />
        ) : (
          <section className="refused-view" aria-label={t(`refused.${view}`)}>
            {view === 'useCode' ? <UseCodeForm onBack={back} /> : null}
            {view === 'restore' ? <RestoreWizard needsCode onBack={back} /> : null}
            {view === 'goOn' ? <GoOnForm refusal={refusal} onBack={back} /> : null}
          </section>
        )}
        <Text as="p" size="second" tone="muted">
          {t('refused.kept')}
        </Text>
      </Stack>
    </main>
  );
}

interface OverviewProps extends StoreRefusedPageProps {
  readonly onView: (view: View) => void;
}

function Overview({ refusal, demo, onView }: OverviewProps) {
  const { t } = useTranslation('system');
  // Asking for the shop that is meant already starts its store anew, and with it every check.
  const retry = useCommand((store, _: object) =>
    demo ? store.system.openDemo({}) : store.system.leaveDemo({}),
  );
  const openDemo = useCommand((store, _: object) => store.system.openDemo({}));
  const run = (action: RefusalAction) => (action === 'retry' ? void retry.run({}) : onView(action));
  return (
    <Stack gap={16}>
      <FailureNote failure={retry.failure ?? openDemo.failure} />
      <Row wrap>
        {actionsFor(refusal).map((action, index) => (
          <Button
            key={action}
            kind={index === 0 ? 'primary' : 'default'}
            size={44}
            busy={action === 'retry' && retry.pending}
            onClick={() => run(action)}
          >
            {t(`refused.${action}`)}
          </Button>
        ))}
        {demo ? null : (
          <Button
            kind="quiet"
            size={44}
            busy={openDemo.pending}
            onClick={() => void openDemo.run({})}
          >
            {t('refused.demo')}
          </Button>
        )}
      </Row>
    </Stack>
  );
}
