import { CONDITIONS_PER } from '#shared/taxes/tax-rule.ts';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/actions/button.tsx';
import { Checkbox } from '../ui/choices/checkbox.tsx';
import { ChoiceChips } from '../ui/choices/choice-chips.tsx';
import { Segmented } from '../ui/choices/segmented.tsx';
import { DateField } from '../ui/fields/date-field.tsx';
import { MoneyField } from '../ui/fields/money-field.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Row, Spacer } from '../ui/layout/layout.tsx';
import { Note } from '../ui/messages/note.tsx';
import { useFormat } from '../i18n/format.ts';
import { TAXED_CLASSES } from './area-form.ts';
import {
  BANDS,
  CONDITIONS,
  hasFrom,
  hasOver,
  hasTo,
  hasUnder,
  type RuleForm,
  type RuleProblems,
  ruleProblems,
  type TaxedClass,
} from './rule-form.ts';
import { classLabel } from './rule-words.ts';
import type { RuleActs } from './rules-card.tsx';

export interface RuleFieldsProps {
  readonly form: RuleForm;
  /** A newer version can follow the newest only. */
  readonly isNewest: boolean;
  readonly tried: boolean;
  readonly may: boolean;
  readonly acts: RuleActs;
  readonly onDone: () => void;
}

/** The fields of one version. What sales stand on is only read; its end may still be set. */
export function RuleFields(props: RuleFieldsProps) {
  const { form, isNewest, tried, may, acts, onDone } = props;
  const { t } = useTranslation('taxes');
  const format = useFormat();
  const block = useRef<HTMLDivElement>(null);
  useEffect(() => {
    block.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const isUsed = form.lastUsedOn !== null;
  const problems: RuleProblems = tried ? ruleProblems(form) : {};
  const group = { form, problems, change: acts.change };
  return (
    <div ref={block} className="taxes-rule">
      {form.lastUsedOn === null ? null : (
        <Note title={t('form.usedTitle', { date: format.date(form.lastUsedOn) })}>
          {t('form.usedNext')}
        </Note>
      )}
      <fieldset className="taxes-fields" disabled={!may || isUsed}>
        <NameAndRate {...group} />
        <BandFields {...group} />
        <ConditionFields {...group} />
        <ClassFields {...group} />
      </fieldset>
      <fieldset className="taxes-fields" disabled={!may}>
        <DateFields {...group} isUsed={isUsed} />
      </fieldset>
      <Row wrap>
        {isNewest ? (
          <Button icon="calendar" disabled={!may} onClick={() => acts.addNext(form)}>
            {t('form.next')}
          </Button>
        ) : null}
        {isUsed ? null : (
          <Button icon="trash" disabled={!may} onClick={() => acts.takeAway(form)}>
            {t('form.takeAway')}
          </Button>
        )}
        <Spacer />
        <Button hint="Esc" onClick={onDone}>
          {t('form.done')}
        </Button>
      </Row>
    </div>
  );
}

interface GroupProps {
  readonly form: RuleForm;
  readonly problems: RuleProblems;
  readonly change: (form: RuleForm) => void;
}

function useProblemWords({ problems }: GroupProps) {
  const { t } = useTranslation('taxes');
  return (field: keyof RuleForm) => {
    const problem = problems[field];
    return problem === undefined ? undefined : t(`problem.${problem}`);
  };
}

function NameAndRate(props: GroupProps) {
  const { form, change } = props;
  const { t } = useTranslation('taxes');
  const inWords = useProblemWords(props);
  return (
    <div className="taxes-name">
      <TextField
        label={t('form.name')}
        value={form.name}
        maxLength={60}
        autoFocus={form.name === ''}
        error={inWords('name')}
        onChange={(name) => change({ ...form, name })}
      />
      <TextField
        label={t('form.rate')}
        value={form.rate}
        maxLength={10}
        inputMode="decimal"
        error={inWords('rate')}
        onChange={(rate) => change({ ...form, rate })}
      />
      <TextField
        label={t('form.agency')}
        value={form.agency}
        maxLength={80}
        error={inWords('agency')}
        onChange={(agency) => change({ ...form, agency })}
      />
    </div>
  );
}

/** A question with its choices, and the amounts that the chosen one needs. */
function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="taxes-group">
      <span className="taxes-group-title">{title}</span>
      {children}
    </div>
  );
}

function BandFields(props: GroupProps) {
  const { form, change } = props;
  const { t } = useTranslation('taxes');
  const inWords = useProblemWords(props);
  return (
    <Group title={t('form.band')}>
      <ChoiceChips
        label={t('form.band')}
        value={form.band}
        choices={BANDS.map((value) => ({ value, label: t(`form.bands.${value}`) }))}
        onChange={(band) => change({ ...form, band })}
      />
      {form.band === 'whole' ? null : (
        <div className="taxes-amounts">
          {hasFrom(form) ? (
            <MoneyField
              label={t('form.from')}
              value={form.fromCents}
              error={inWords('fromCents')}
              onChange={(fromCents) => change({ ...form, fromCents })}
            />
          ) : null}
          {hasTo(form) ? (
            <MoneyField
              label={t('form.to')}
              value={form.toCents}
              error={inWords('toCents')}
              onChange={(toCents) => change({ ...form, toCents })}
            />
          ) : null}
        </div>
      )}
    </Group>
  );
}

function ConditionFields(props: GroupProps) {
  const { form, change } = props;
  const { t } = useTranslation('taxes');
  const inWords = useProblemWords(props);
  return (
    <Group title={t('form.condition')}>
      <ChoiceChips
        label={t('form.condition')}
        value={form.condition}
        choices={CONDITIONS.map((value) => ({ value, label: t(`form.conditions.${value}`) }))}
        onChange={(condition) => change({ ...form, condition })}
      />
      {form.condition === 'always' ? null : (
        <>
          <div className="taxes-amounts">
            {hasOver(form) ? (
              <MoneyField
                label={t('form.over')}
                value={form.overCents}
                error={inWords('overCents')}
                onChange={(overCents) => change({ ...form, overCents })}
              />
            ) : null}
            {hasUnder(form) ? (
              <MoneyField
                label={t('form.under')}
                value={form.underCents}
                error={inWords('underCents')}
                onChange={(underCents) => change({ ...form, underCents })}
              />
            ) : null}
          </div>
          <Row wrap>
            <span className="taxes-group-title">{t('form.per')}</span>
            <Segmented
              label={t('form.per')}
              value={form.conditionPer}
              choices={CONDITIONS_PER.map((value) => ({ value, label: t(`form.pers.${value}`) }))}
              onChange={(conditionPer) => change({ ...form, conditionPer })}
            />
          </Row>
        </>
      )}
    </Group>
  );
}

function ClassFields(props: GroupProps) {
  const { form, change } = props;
  const { t } = useTranslation('taxes');
  const error = useProblemWords(props)('classes');
  const set = (each: TaxedClass, has: boolean) => {
    const classes = TAXED_CLASSES.filter((one) =>
      one === each ? has : form.classes.includes(one),
    );
    change({ ...form, classes });
  };
  const all = form.classes.length === TAXED_CLASSES.length;
  return (
    <Group title={t('form.classes')}>
      <div className="taxes-classes" role="group" aria-label={t('form.classes')}>
        <Checkbox
          label={t('form.allClasses')}
          checked={all}
          onChange={(has) => change({ ...form, classes: has ? TAXED_CLASSES : [] })}
        />
        {TAXED_CLASSES.map((each) => (
          <Checkbox
            key={each}
            label={classLabel(each, t)}
            checked={form.classes.includes(each)}
            onChange={(has) => set(each, has)}
          />
        ))}
      </div>
      {error === undefined ? null : (
        <div className="ui-field-error" role="alert">
          {error}
        </div>
      )}
    </Group>
  );
}

function DateFields(props: GroupProps & { readonly isUsed: boolean }) {
  const { form, change, isUsed } = props;
  const { t } = useTranslation('taxes');
  const inWords = useProblemWords(props);
  return (
    <div className="taxes-dates">
      <DateField
        label={t('form.fromDate')}
        value={form.fromDate}
        disabled={isUsed}
        error={inWords('fromDate')}
        onChange={(fromDate) => change({ ...form, fromDate })}
      />
      <Checkbox
        label={t('form.ends')}
        checked={form.ends}
        onChange={(ends) => change({ ...form, ends })}
      />
      {form.ends ? (
        <DateField
          label={t('form.toDate')}
          value={form.toDate}
          least={form.lastUsedOn ?? form.fromDate}
          error={inWords('toDate')}
          onChange={(toDate) => change({ ...form, toDate })}
        />
      ) : null}
    </div>
  );
}
