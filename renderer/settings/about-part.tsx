import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { DemoActions } from '../app/demo-actions.tsx';
import { useSystemStatus } from '../app/system-status.ts';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Facts } from '../ui/layout/facts.tsx';
import { Row, Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { runtimeOf } from './runtime.ts';

/** Which program this is, on what it runs, and the way into the demo shop and out of it. */
export function AboutPart() {
  const { t } = useTranslation(['settings', 'shell', 'wizard']);
  const { data: status } = useSystemStatus();
  const openDemo = useCommand((store, _: object) => store.system.openDemo({}));
  return (
    <>
      <Card title={t('part.about')} padded>
        <Facts
          facts={[
            { label: t('about.product'), value: t('shell:product') },
            { label: t('about.version'), value: status?.appVersion ?? '' },
            { label: t('about.runtime'), value: runtimeOf(navigator.userAgent) },
            { label: t('about.store'), value: status?.name ?? '' },
            { label: t('about.register'), value: status?.registerName ?? '' },
          ]}
        />
      </Card>
      <Card title={t('about.demo')} padded>
        <Stack gap={12}>
          <Text as="p" tone="muted">
            {t('wizard:welcome.demoWhat')}
          </Text>
          <Row wrap>
            {status?.demo === true ? (
              <DemoActions />
            ) : (
              <Button busy={openDemo.pending} onClick={() => void openDemo.run({})}>
                {t('about.openDemo')}
              </Button>
            )}
          </Row>
          <FailureNote failure={openDemo.failure} />
        </Stack>
      </Card>
    </>
  );
}
