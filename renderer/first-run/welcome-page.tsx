import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { FirstRunFrame } from './first-run-frame.tsx';

export interface WelcomePageProps {
  readonly onSetUp: () => void;
  readonly onRestore: () => void;
}

/** A fresh machine: set up a store, look at a filled one, or bring one back. */
export function WelcomePage({ onSetUp, onRestore }: WelcomePageProps) {
  const { t } = useTranslation('wizard');
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const demo = useCommand((store, _: object) => store.system.openDemo({}));
  return (
    <FirstRunFrame>
      <section className="first-run-welcome">
        <Stack gap={8}>
          <Text as="h2" size="total">
            {t('welcome.title')}
          </Text>
          <Text as="p" size="lead" tone="muted">
            {t('welcome.what')}
          </Text>
        </Stack>
        <Stack gap={12}>
          <Button kind="primary" size={56} wide icon="store" ref={first} onClick={onSetUp}>
            {t('welcome.setUp')}
          </Button>
          <Button size={56} wide icon="gem" busy={demo.pending} onClick={() => void demo.run({})}>
            {t('welcome.demo')}
          </Button>
          <Button size={56} wide icon="upload" onClick={onRestore}>
            {t('welcome.restore')}
          </Button>
          <Text as="p" size="second" tone="muted">
            {t('welcome.demoWhat')}
          </Text>
          <FailureNote failure={demo.failure} />
        </Stack>
      </section>
    </FirstRunFrame>
  );
}
