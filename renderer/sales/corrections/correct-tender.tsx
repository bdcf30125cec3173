import type { Id } from '#shared/ids.ts';
import { type Cents, ZERO_CENTS } from '#shared/money.ts';
import type { SaleTender } from '#shared/sales/contract.ts';
import type { CorrectTenderRefusal, StandingPayment } from '#shared/sales/corrections/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNote } from '../../app/answer-notes.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useRefusalText } from '../../i18n/refusal-text.ts';
import { useStore } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Checkbox } from '../../ui/choices/checkbox.tsx';
import { Money } from '../../ui/figures/money.tsx';
import { SectionTitle } from '../../ui/layout/card.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { freshId } from '../fresh-id.ts';
import type { CorrectPartProps } from './correct-dialog.tsx';
import { CorrectionFoot } from './correction-foot.tsx';
import {
  emptyFix,
  firstFix,
  fixLacks,
  lackCents,
  type TenderFix,
  tenderOfFix,
  wrongCents,
} from './tender-fix.ts';
import { TenderFixRow } from './tender-fix-row.tsx';
import { useCorrection } from './use-correction.ts';

/** Which payments were wrong, and how the same sum was truly paid. */
export function CorrectTender({ sale, onDone }: CorrectPartProps) {
  const { t } = useTranslation('corrections');
  const form = useTenderForm({ sale, onDone });
  const { wrong, fixes } = form;
  return (
    <Stack gap={16}>
      <Stack gap={8}>
        <SectionTitle>{t('tender.wrong')}</SectionTitle>
        <ul className="correct-payments">
          {sale.payments.map((payment) => (
            <WrongPayment
              key={payment.paymentId}
              payment={payment}
              ticked={wrong.includes(payment)}
              onTick={() => form.tick(payment)}
            />
          ))}
        </ul>
      </Stack>
      {wrong.length === 0 ? null : (
        <Stack gap={8}>
          <SectionTitle>{t('tender.right')}</SectionTitle>
          {fixes.map((fix, index) => (
            <TenderFixRow
              key={fix.paymentId}
              fix={fix}
              lacks={form.asked ? fixLacks(fix, wrongCents(wrong) < 0) : undefined}
              onFix={(part) => form.changeFix(index, part)}
              onRemove={fixes.length > 1 ? () => form.removeFix(index) : undefined}
            />
          ))}
          <Row apart>
            <Button icon="add" onClick={form.addFix}>
              {t('tender.add')}
            </Button>
            <Lack cents={form.lack} />
          </Row>
        </Stack>
      )}
      <RefusalNote refusal={form.unknownCard} />
      <CorrectionFoot
        correction={form.correction}
        reasons={[t('reasons.wrongKey'), t('reasons.terminal'), t('reasons.changed')]}
        disabled={wrong.length === 0}
        onSubmit={form.submit}
      />
    </Stack>
  );
}

function Lack({ cents }: { readonly cents: Cents }) {
  const { t } = useTranslation('corrections');
  const format = useFormat();
  const amount = format.money(Math.abs(cents) as Cents);
  if (cents === 0) return <Text tone="success">{t('tender.even')}</Text>;
  return <Text tone="warning">{t(cents > 0 ? 'tender.lacks' : 'tender.over', { amount })}</Text>;
}

interface WrongPaymentProps {
  readonly payment: StandingPayment;
  readonly ticked: boolean;
  readonly onTick: () => void;
}

function WrongPayment({ payment, ticked, onTick }: WrongPaymentProps) {
  const { t } = useTranslation('pay');
  const inWords = useRefusalText();
  const words = [payment.brand, payment.reference, payment.plan].filter(Boolean).join(' · ');
  return (
    <li>
      <Row apart>
        <Checkbox
          label={t(`tender.${payment.tender}`)}
          detail={payment.stays === null ? words : inWords(payment.stays).what}
          checked={ticked}
          disabled={payment.stays !== null}
          onChange={onTick}
        />
        <Money amount={payment.amountCents} strong={ticked} />
      </Row>
    </li>
  );
}

interface TenderInput {
  readonly takeBack: readonly Id<'payment'>[];
  readonly tenders: readonly SaleTender[];
}

function useTenderForm({ sale, onDone }: CorrectPartProps) {
  const { t } = useTranslation('corrections');
  const store = useStore();
  const free = sale.payments.filter((payment) => payment.stays === null);
  const [wrong, setWrong] = useState<readonly StandingPayment[]>(free.length === 1 ? free : []);
  const [fixes, setFixes] = useState<readonly TenderFix[]>(() =>
    free.length === 1 ? [firstFix(free, freshId('payment'))] : [],
  );
  const [asked, setAsked] = useState(false);
  const [unknownCard, setUnknownCard] = useState<CorrectTenderRefusal>();
  const correction = useCorrection(sale, onDone, (on, input: TenderInput & Said, commandId) =>
    on.corrections.tender({ commandId, saleId: sale.saleId, ...input }),
  );
  const tick = (payment: StandingPayment) => {
    const next = wrong.includes(payment)
      ? wrong.filter((each) => each !== payment)
      : [...wrong, payment];
    setWrong(next);
    setFixes(next.length === 0 ? [] : [firstFix(next, freshId('payment'))]);
  };
  const lack = lackCents(wrong, fixes);
  const submit = async () => {
    setAsked(true);
    setUnknownCard(undefined);
    const back = wrongCents(wrong) < 0;
    if (wrong.length === 0 || lack !== 0 || fixes.some((fix) => fixLacks(fix, back))) return;
    const tenders: SaleTender[] = [];
    for (const fix of fixes) {
      const card =
        fix.kind === 'gift_card' ? await store.credit.giftCard({ code: fix.giftCardCode }) : null;
      if (fix.kind === 'gift_card' && card === null)
        return setUnknownCard({ code: 'GIFT_CARD_UNKNOWN' });
      tenders.push(tenderOfFix(fix, wrong, card?.giftCardId ?? null));
    }
    const takeBack = wrong.map((payment) => payment.paymentId);
    correction.submit({ takeBack, tenders }, t('what.tender', { number: sale.number }));
  };
  return {
    wrong,
    fixes,
    asked,
    lack,
    unknownCard,
    correction,
    tick,
    changeFix: (index: number, part: Partial<TenderFix>) =>
      setFixes((now) => now.map((fix, at) => (at === index ? { ...fix, ...part } : fix))),
    removeFix: (index: number) => setFixes((now) => now.filter((_, at) => at !== index)),
    addFix: () =>
      setFixes((now) => [
        ...now,
        emptyFix(freshId('payment'), 'card', lack > 0 ? lack : ZERO_CENTS),
      ]),
    submit: () => void submit(),
  };
}

interface Said {
  readonly reason: string;
  readonly overrideId: Id<'override'> | null;
}
