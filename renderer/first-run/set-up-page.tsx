import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { Form } from '../app/form.tsx';
import { useCommands } from '../commands/command-context.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Row, Spacer } from '../ui/layout/layout.tsx';
import { problemsOf, STEPS, type Draft, type Problems, type Step } from './draft.ts';
import { FirstRunFrame } from './first-run-frame.tsx';
import { OwnerStep } from './owner-step.tsx';
import { PrinterStep } from './printer-step.tsx';
import { StoreStep } from './store-step.tsx';
import { TaxStep } from './tax-step.tsx';
import { useSetUp } from './use-set-up.ts';

export interface SetUpPageProps {
  readonly onBack: () => void;
  /** The store exists; null: its code was seen before. */
  readonly onMade: (recoveryCode: string | null) => void;
}

/** One field group of the wizard. */
export interface StepProps {
  readonly draft: Draft;
  readonly problems: Problems;
  readonly change: (part: Partial<Draft>) => void;
}

const FIELDS = { store: StoreStep, owner: OwnerStep, tax: TaxStep, printer: PrinterStep } as const;

/** Four short steps; going back loses nothing, and what is not known yet is skipped. */
export function SetUpPage({ onBack, onMade }: SetUpPageProps) {
  const { t } = useTranslation(['wizard', 'common']);
  const setUp = useSetUp(onMade);
  const { draft, step, goTo } = setUp;
  const [tried, setTried] = useState(false);
  const at = STEPS.indexOf(step);
  const show = (next: Step | undefined) => {
    setTried(false);
    if (next === undefined) onBack();
    else goTo(next);
  };
  const back = () => show(STEPS[at - 1]);
  const forward = (from: Draft) => {
    const open = Object.keys(problemsOf(step, from)).length > 0;
    setTried(open);
    if (open) return;
    const next = STEPS[at + 1];
    if (next === undefined) void setUp.make(from);
    else show(next);
  };
  const skip = () => {
    const without: Draft =
      step === 'tax' ? { ...draft, noTax: true } : { ...draft, printerHost: '' };
    setUp.change(without);
    forward(without);
  };
  useCommands([
    { id: 'first-run.back', chord: 'Esc', label: 'shell:keys.back', run: back },
    { id: 'first-run.next', chord: 'Ctrl+Enter', label: 'common:next', run: () => forward(draft) },
  ]);
  const Fields = FIELDS[step];
  const last = at === STEPS.length - 1;
  return (
    <FirstRunFrame at={at}>
      <Card title={t(`${step}.title`)} padded>
        <Form key={step} label={t(`${step}.title`)} onSubmit={() => forward(draft)}>
          <Fields
            draft={draft}
            problems={tried ? problemsOf(step, draft) : {}}
            change={setUp.change}
          />
          <RefusalNote refusal={setUp.refusal} />
          <FailureNote failure={setUp.failure} />
          <Row>
            <Button size={44} hint="Esc" onClick={back}>
              {t('common:back')}
            </Button>
            <Spacer />
            {step === 'tax' || step === 'printer' ? (
              <Button size={44} onClick={skip}>
                {t(`${step}.skip`)}
              </Button>
            ) : null}
            <Button kind="primary" size={44} type="submit" hint="Enter" busy={setUp.pending}>
              {last ? t('make') : t('common:next')}
            </Button>
          </Row>
        </Form>
      </Card>
    </FirstRunFrame>
  );
}
