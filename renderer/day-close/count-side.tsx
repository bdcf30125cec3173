import type { DrawerCheck } from '#shared/day-close/contract.ts';
import { addCents, sumCents, ZERO_CENTS } from '#shared/money.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/actions/button.tsx';
import { MoneyField } from '../ui/fields/money-field.tsx';
import { Money } from '../ui/figures/money.tsx';
import { SectionTitle } from '../ui/layout/card.tsx';
import { Sums } from '../ui/layout/facts.tsx';
import { Spacer } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { countOf, markedField, toBank } from './close-draft.ts';
import type { Count } from './use-count.ts';
import type { Settling } from './use-settling.ts';

export interface CountSideProps {
  readonly stage: 'settle' | 'count' | 'close';
  readonly settling: Settling;
  readonly count: Count;
  /** Those that go to the bank. */
  readonly checks: readonly DrawerCheck[];
  /** Payments that stay open. */
  readonly unresolved: number;
  readonly onGoOn: () => void;
}

/** What stays, what goes to the bank, and the next step. Closing says the amount it closes with. */
export function CountSide(props: CountSideProps) {
  const { stage, settling, count, onGoOn } = props;
  const { t } = useTranslation('day-close');
  const format = useFormat();
  const counted = countOf(count.draft) ?? ZERO_CENTS;
  const label = {
    settle: t('side.settle'),
    count: t('side.save'),
    close: t('side.close', { amount: format.money(counted) }),
  }[stage];
  return (
    <div className="day-side">
      <SectionTitle>{t('side.bank')}</SectionTitle>
      {stage === 'settle' ? null : <Cash count={count} />}
      <DepositSlip {...props} />
      <Spacer />
      <NextStep {...props} />
      <Button
        kind="primary"
        size={56}
        wide
        hint="Ctrl+Enter"
        busy={settling.pending || count.pending}
        onClick={onGoOn}
      >
        {label}
      </Button>
    </div>
  );
}

/** What was counted, and what of it stays. */
function Cash({ count }: { readonly count: Count }) {
  const { t } = useTranslation('day-close');
  const { draft, fields, strict, change } = count;
  return (
    <>
      <Sums
        facts={[
          { label: t('count.counted'), value: <Money amount={countOf(draft) ?? ZERO_CENTS} /> },
        ]}
      />
      <MoneyField
        label={t('side.leave')}
        value={draft.leave}
        onChange={(leave, wrong) =>
          change({ leave, unreadable: markedField(draft.unreadable, 'leave', wrong) })
        }
        inputRef={fields.refOf('leave')}
        strict={strict}
        error={draft.unreadable.get('leave') === 'lost' ? t('count.lost') : undefined}
        disabled={draft.saved}
        size={44}
      />
    </>
  );
}

/** The deposit slip as it will be: cash, each check, and their sum. */
function DepositSlip({ stage, count, checks }: CountSideProps) {
  const { t } = useTranslation('day-close');
  const cash = toBank(count.draft) ?? ZERO_CENTS;
  const sum = addCents(
    stage === 'settle' ? ZERO_CENTS : cash,
    sumCents(checks.map((check) => check.amountCents)),
  );
  return (
    <Sums
      facts={[
        ...(stage === 'settle'
          ? []
          : [
              {
                label: t('side.toBank'),
                value: <Money amount={cash} />,
                strong: checks.length === 0,
              },
            ]),
        ...checks.map((check) => ({
          label: checkLabel(check, t),
          value: <Money amount={check.amountCents} />,
        })),
        ...(checks.length === 0
          ? []
          : [
              {
                label: t(stage === 'settle' ? 'side.checks' : 'side.slip'),
                value: <Money amount={sum} />,
                strong: true,
              },
            ]),
      ]}
    />
  );
}

type Translate = ReturnType<typeof useTranslation<'day-close'>>['t'];

/** Two checks may carry one number: the sale tells them apart. */
function checkLabel(check: DrawerCheck, t: Translate): string {
  const number = check.checkNumber === '' ? t('checks.noNumber') : check.checkNumber;
  return t('side.check', { number, sale: check.saleNumber });
}

/** What happens next, or what keeps it from happening. */
function NextStep({ stage, settling, count, unresolved }: CountSideProps) {
  const { t } = useTranslation('day-close');
  const problem =
    stage === 'settle'
      ? settling.problem && t(`cards.problem.${settling.problem}`)
      : count.problem && t(`side.problem.${count.problem}`);
  if (problem !== undefined)
    return (
      <div className="ui-field-error" role="alert">
        {problem}
      </div>
    );
  const words = {
    settle: t('side.settleWhat'),
    count: t('side.saveWhat'),
    close: t(count.difference === undefined ? 'side.checkWhat' : 'side.closeWhat'),
  }[stage];
  return (
    <Text as="p" size="second" tone="muted">
      {unresolved === 0 ? words : `${t('side.unresolved', { count: unresolved })} ${words}`}
    </Text>
  );
}
