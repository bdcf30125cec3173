import { SERVICE_CLASSES, type ServiceClass } from '#shared/taxes/tax-class.ts';
import { SERVICE_RULES } from '#shared/taxes/tax-rule.ts';
import { useTranslation } from 'react-i18next';
import type { FormDraft } from '../app/form-draft.ts';
import { SelectField } from '../ui/choices/select-field.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Card } from '../ui/layout/card.tsx';
import { type AreaForm, areaProblems, type ServiceForm } from './area-form.ts';

export interface WorkCardProps {
  readonly state: FormDraft<AreaForm>;
  readonly may: boolean;
}

/** What of the price of work is taxed, for each class of work. */
export function WorkCard({ state, may }: WorkCardProps) {
  const { t } = useTranslation('taxes');
  const { form } = state;
  const problems = state.problems === undefined ? {} : areaProblems(form);
  const change = (each: ServiceClass, part: Partial<ServiceForm>) =>
    state.set('services', { ...form.services, [each]: { ...form.services[each], ...part } });
  return (
    <Card title={t('work.title')} padded>
      <div className="taxes-fields">
        {SERVICE_CLASSES.map((each) => {
          const { rule, percent } = form.services[each];
          return (
            <div key={each} className="taxes-work">
              <SelectField
                label={t(`work.${each}`)}
                value={rule}
                disabled={!may}
                choices={SERVICE_RULES.map((value) => ({ value, label: t(`work.rule.${value}`) }))}
                onChange={(value) => change(each, { rule: value })}
              />
              {rule === 'parts_from_percent' ? (
                <TextField
                  label={t('work.percent')}
                  value={percent}
                  inputMode="decimal"
                  maxLength={10}
                  disabled={!may}
                  error={problems[each] === undefined ? undefined : t('problem.percentWrong')}
                  onChange={(value) => change(each, { percent: value })}
                />
              ) : null}
            </div>
          );
        })}
      </div>
    </Card>
  );
}
