import { useTranslation } from 'react-i18next';
import { proposeInitials } from '../app/session/propose-initials.ts';
import { TextField } from '../ui/fields/text-field.tsx';
import { Row } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { useProblemText } from './problem-text.ts';
import type { StepProps } from './set-up-page.tsx';

/** The first person of the store: an owner, who may do everything. */
export function OwnerStep({ draft, problems, change }: StepProps) {
  const { t } = useTranslation('wizard');
  const inWords = useProblemText();
  const rename = (ownerName: string) => {
    // Proposed until somebody writes their own.
    const follows = draft.initials === '' || draft.initials === proposeInitials(draft.ownerName);
    change({ ownerName, ...(follows && { initials: proposeInitials(ownerName) }) });
  };
  const digits = (text: string) => text.replaceAll(/\D/g, '').slice(0, 12);
  return (
    <>
      <Text as="p" tone="muted">
        {t('owner.what')}
      </Text>
      <Row align="start" gap={16}>
        <TextField
          label={t('owner.name')}
          value={draft.ownerName}
          onChange={rename}
          error={inWords(problems.ownerName)}
          maxLength={80}
          size={44}
          autoFocus
        />
        <TextField
          label={t('owner.initials')}
          help={t('owner.initialsHelp')}
          value={draft.initials}
          onChange={(initials) => change({ initials: initials.toUpperCase() })}
          error={inWords(problems.initials)}
          maxLength={4}
          size={44}
        />
      </Row>
      <Row align="start" gap={16}>
        <TextField
          label={t('owner.pin')}
          help={t('owner.pinHelp')}
          value={draft.pin}
          onChange={(pin) => change({ pin: digits(pin) })}
          error={inWords(problems.pin)}
          inputMode="numeric"
          size={44}
          secret
        />
        <TextField
          label={t('owner.pinAgain')}
          value={draft.pinAgain}
          onChange={(pinAgain) => change({ pinAgain: digits(pinAgain) })}
          error={inWords(problems.pinAgain)}
          inputMode="numeric"
          size={44}
          secret
        />
      </Row>
    </>
  );
}
