import type { TaxRuleId } from '#shared/ids.ts';
import { useTranslation } from 'react-i18next';
import { todayHere } from '../app/day.ts';
import { useCommands } from '../commands/command-context.tsx';
import { newId } from '../store-client/new-id.ts';
import { Button } from '../ui/actions/button.tsx';
import { Card } from '../ui/layout/card.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { emptyRule } from './area-form.ts';
import type { RuleForm } from './rule-form.ts';
import { SeriesBlock } from './series-block.tsx';
import { nextVersion, seriesOf, withNextVersion } from './versions.ts';

export interface RulesCardProps {
  readonly rules: readonly RuleForm[];
  /** The version whose fields are open. */
  readonly opened: string | undefined;
  /** Saving was tried: every field says what is wrong with it. */
  readonly tried: boolean;
  readonly may: boolean;
  readonly onOpen: (taxRuleId: string | undefined) => void;
  readonly onChange: (rules: readonly RuleForm[]) => void;
}

/** What can be done with the versions of a tax. */
export interface RuleActs {
  readonly change: (rule: RuleForm) => void;
  readonly addNext: (last: RuleForm) => void;
  readonly takeAway: (rule: RuleForm) => void;
}

/** Every tax of the place as a sentence; the one that is opened shows its fields below it. */
export function RulesCard(props: RulesCardProps) {
  const { rules, opened, may, onOpen, onChange } = props;
  const { t } = useTranslation('taxes');
  const acts = useRuleActs(props);
  const add = () => {
    const ids = { taxRuleId: newId<'taxRule'>(), series: newId<'taxSeries'>() };
    const agency = rules.at(-1)?.agency ?? '';
    onChange([...rules, emptyRule(ids, agency, todayHere())]);
    onOpen(ids.taxRuleId);
  };
  useCommands([
    { id: 'taxes.addRule', chord: 'N', label: 'taxes:keys.addRule', when: () => may, run: add },
    {
      id: 'taxes.closeRule',
      chord: 'Esc',
      label: 'taxes:keys.closeRule',
      when: () => opened !== undefined,
      run: () => onOpen(undefined),
    },
  ]);
  return (
    <Card
      title={t('rules.title')}
      aside={
        <Button icon="add" hint="N" disabled={!may} onClick={add}>
          {t('rules.add')}
        </Button>
      }
    >
      {rules.length === 0 ? (
        <EmptyState title={t('rules.none')}>{t('rules.noneNext')}</EmptyState>
      ) : null}
      {seriesOf(rules).map((series) => (
        <SeriesBlock key={series.series} {...props} {...series} acts={acts} />
      ))}
    </Card>
  );
}

function useRuleActs({ rules, onOpen, onChange }: RulesCardProps): RuleActs {
  const { t } = useTranslation('taxes');
  const { show } = useToasts();
  return {
    change: (rule) =>
      onChange(rules.map((each) => (each.taxRuleId === rule.taxRuleId ? rule : each))),
    addNext: (last) => {
      const taxRuleId: TaxRuleId = newId<'taxRule'>();
      onChange(withNextVersion(rules, last, nextVersion(last, taxRuleId, todayHere())));
      onOpen(taxRuleId);
    },
    takeAway: (rule) => {
      onOpen(undefined);
      onChange(rules.filter((each) => each.taxRuleId !== rule.taxRuleId));
      show({
        text: t('form.takenAway', { name: rule.name.trim() === '' ? t('rules.new') : rule.name }),
        action: { label: t('form.undo'), run: () => onChange(rules) },
      });
    },
  };
}
