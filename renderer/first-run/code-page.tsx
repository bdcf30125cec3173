import { useTranslation } from 'react-i18next';
import { RecoveryCode } from '../app/recovery/recovery-code.tsx';
import { Card } from '../ui/layout/card.tsx';
import { STEPS } from './draft.ts';
import { FirstRunFrame } from './first-run-frame.tsx';

export interface CodePageProps {
  readonly code: string;
  readonly onDone: () => void;
}

/** The last step: the store exists, and this code is its spare key. */
export function CodePage({ code, onDone }: CodePageProps) {
  const { t } = useTranslation('system');
  return (
    <FirstRunFrame at={STEPS.length}>
      <Card title={t('recovery.title')} padded>
        <RecoveryCode code={code} onConfirmed={onDone} onLater={onDone} />
      </Card>
    </FirstRunFrame>
  );
}
