import { PRICE_REASONS, TICKET_PRICE_WAYS } from '#shared/sales/price-ways.ts';
import { useTranslation } from 'react-i18next';
import { Form } from '../../app/form.tsx';
import { PercentField } from '../../app/percent-field.tsx';
import { OverrideDialog } from '../../app/override/override-dialog.tsx';
import { useCommands } from '../../commands/command-context.tsx';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/actions/button.tsx';
import { ChoiceChips } from '../../ui/choices/choice-chips.tsx';
import { MoneyField } from '../../ui/fields/money-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { SectionTitle } from '../../ui/layout/card.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { PriceResult } from './price-result.tsx';
import { type PriceFormProps, type PriceFormState, usePriceForm } from './use-price-form.ts';

/** The first four digits choose the way, the others the reason: Alt with a digit reaches them from inside a field. */
const REASON_DIGITS = ['5', '6', '7', '8', '9', '0'] as const;

export function PriceForm(props: PriceFormProps) {
  const { t } = useTranslation('price');
  const { line } = props;
  const form = usePriceForm(props);
  usePriceKeys(form);
  const { cart } = useCart();
  const agreed = line ? line.pricing.way !== 'tag' : cart.ticket !== null;
  return (
    <>
      <Form label={line ? t('ofLine') : t('ofTicket')} onSubmit={form.save}>
        <div className="price">
          <Stack gap={16}>
            <PriceOf {...props} />
            <Way form={form} />
            <Reason form={form} />
          </Stack>
          <PriceResult form={form} target={line?.lineId ?? null} />
        </div>
        <Row apart wrap>
          {agreed ? (
            <Button size={44} onClick={form.toTag}>
              {line ? t('toTag') : t('toLines')}
            </Button>
          ) : (
            <span />
          )}
          <Button
            kind="primary"
            size={44}
            type="submit"
            hint="Enter"
            disabled={form.preview?.kind === 'notPossible'}
          >
            {form.isTag ? t(line ? 'keepTag' : 'keepLines') : t('apply')}
          </Button>
        </Row>
      </Form>
      <OverrideDialog request={form.request} onAllowed={form.allowed} onClose={form.closeRequest} />
    </>
  );
}

function PriceOf({ line }: PriceFormProps) {
  const { t } = useTranslation('price');
  const format = useFormat();
  const { cart } = useCart();
  if (!line) return <Text tone="muted">{t('ticketLines', { count: cart.lines.length })}</Text>;
  const count = line.quantityThousandths / 1000;
  const price = format.money(line.tagPriceCents);
  return (
    <Text tone="muted">
      {count === 1
        ? t('tag', { description: line.description, price })
        : t('tagTimes', { description: line.description, price, count: format.count(count) })}
    </Text>
  );
}

function Way({ form: { draft, change, asked, preview } }: { readonly form: PriceFormState }) {
  const { t } = useTranslation('price');
  const wrong = asked && preview === undefined;
  return (
    <Stack gap={8}>
      <ChoiceChips
        label={t('how')}
        value={draft.way}
        choices={TICKET_PRICE_WAYS.map((way, index) => ({
          value: way,
          label: t(`way.${way}`),
          hint: `Alt+${index + 1}`,
        }))}
        onChange={(way) => change({ way, unreadable: false })}
      />
      {draft.way === 'percent_off' ? (
        <PercentField
          label={t('field.percent_off')}
          value={draft.ratePpm}
          onChange={(ratePpm, unreadable) => change({ ratePpm, unreadable })}
          size={56}
          autoFocus
          strict={wrong}
        />
      ) : (
        <MoneyField
          key={draft.way}
          label={t(`field.${draft.way}`)}
          value={draft.cents}
          onChange={(cents, unreadable) => change({ cents, unreadable })}
          size={56}
          autoFocus
          strict={wrong}
        />
      )}
    </Stack>
  );
}

/** In large text the reasons may lie below the fold, and Enter would seem to do nothing. */
function intoSight(part: HTMLElement | null): void {
  part?.scrollIntoView({ block: 'nearest' });
}

function Reason({ form }: { readonly form: PriceFormState }) {
  const { t } = useTranslation('price');
  const { draft, change, isTag, asked, problem } = form;
  const wrong = asked || problem === 'card' ? problem : undefined;
  return (
    <Stack gap={8}>
      <SectionTitle>{t('reasonTitle')}</SectionTitle>
      <ChoiceChips
        label={t('reasonTitle')}
        value={draft.reason ?? undefined}
        disabled={isTag}
        choices={PRICE_REASONS.map((reason, index) => ({
          value: reason,
          label: t(`reason.${reason}`),
          hint: `Alt+${REASON_DIGITS[index] ?? ''}`,
        }))}
        onChange={form.chooseReason}
      />
      {wrong === 'missing' ? (
        <div className="ui-field-error" role="alert" ref={intoSight}>
          {t('reasonMissing')}
        </div>
      ) : null}
      <TextField
        label={draft.reason === 'other' ? t('words') : t('wordsMore')}
        note={draft.reason === 'other' ? undefined : t('optional')}
        inputRef={form.wordsRef}
        value={draft.words}
        onChange={(words) => change({ words })}
        maxLength={200}
        size={44}
        disabled={isTag}
        error={wrong === 'card' ? t('card') : wrong === 'words' ? t('wordsMissing') : undefined}
      />
    </Stack>
  );
}

function usePriceKeys({ change, chooseReason, isTag, save }: PriceFormState): void {
  useCommands([
    ...TICKET_PRICE_WAYS.map((way, index) => ({
      id: `price.way.${way}`,
      chord: `Alt+${index + 1}`,
      label: `price:way.${way}`,
      run: () => change({ way, unreadable: false }),
    })),
    ...PRICE_REASONS.map((reason, index) => ({
      id: `price.reason.${reason}`,
      chord: `Alt+${REASON_DIGITS[index] ?? ''}`,
      label: `price:reason.${reason}`,
      when: () => !isTag,
      run: () => chooseReason(reason),
    })),
    { id: 'price.apply', chord: 'Ctrl+Enter', label: 'price:apply', quiet: true, run: save },
  ]);
}
