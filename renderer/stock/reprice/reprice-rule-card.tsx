import { PRICE_ENDINGS } from '#shared/stock/reprice/price-rule.ts';
import { useTranslation } from 'react-i18next';
import { PercentField } from '../../app/percent-field.tsx';
import { TimesField } from '../../app/times-field.tsx';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { SelectField } from '../../ui/choices/select-field.tsx';
import { MoneyField } from '../../ui/fields/money-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Stack } from '../../ui/layout/layout.tsx';
import type { RepriceDraft } from './reprice-draft.ts';

interface RepriceRuleCardProps {
  readonly draft: RepriceDraft;
  readonly onChange: (part: Partial<RepriceDraft>) => void;
}

const ANY = '*';
const WAYS = ['up', 'down', 'markup', 'set'] as const;

/** Which pieces, and by which rule. */
export function RepriceRuleCard({ draft, onChange }: RepriceRuleCardProps) {
  const { t } = useTranslation('reprice');
  return (
    <Card title={t('rule')} padded>
      <Stack gap={12}>
        <Scope draft={draft} onChange={onChange} />
        <SelectField
          label={t('wayHead')}
          value={draft.way}
          choices={WAYS.map((way) => ({ value: way, label: t(`way.${way}`) }))}
          onChange={(way) => onChange({ way })}
        />
        <Figure draft={draft} onChange={onChange} />
        <SelectField
          label={t('endingHead')}
          value={draft.ending}
          choices={PRICE_ENDINGS.map((ending) => ({ value: ending, label: t(`ending.${ending}`) }))}
          onChange={(ending) => onChange({ ending })}
        />
      </Stack>
    </Card>
  );
}

function Scope({ draft, onChange }: RepriceRuleCardProps) {
  const { t } = useTranslation('reprice');
  const { data } = useStoreQuery({
    key: ['reprice.choices'],
    tables: ['piece', 'piece_state'],
    read: (store) => store.reprice.choices({}),
    keepLast: true,
  });
  const choices = (names: readonly string[], any: string) => [
    { value: ANY, label: any },
    ...names.map((name) => ({ value: name, label: name })),
  ];
  return (
    <>
      <TextField
        label={t('words')}
        help={t('wordsHelp')}
        value={draft.words}
        maxLength={200}
        autoFocus
        onChange={(words) => onChange({ words })}
      />
      <SelectField
        label={t('category')}
        value={draft.category ?? ANY}
        choices={choices(data?.categories ?? [], t('anyCategory'))}
        onChange={(name) => onChange({ category: name === ANY ? null : name })}
      />
      <SelectField
        label={t('vendor')}
        value={draft.vendor ?? ANY}
        choices={choices(data?.vendors ?? [], t('anyVendor'))}
        onChange={(name) => onChange({ vendor: name === ANY ? null : name })}
      />
    </>
  );
}

function Figure({ draft, onChange }: RepriceRuleCardProps) {
  const { t } = useTranslation('reprice');
  switch (draft.way) {
    case 'markup':
      return (
        <TimesField
          label={t('times')}
          value={draft.timesThousandths}
          onChange={(timesThousandths) => onChange({ timesThousandths })}
        />
      );
    case 'set':
      return (
        <MoneyField
          label={t('price')}
          value={draft.priceCents}
          onChange={(priceCents) => onChange({ priceCents })}
        />
      );
    case 'up':
    case 'down':
      return (
        <PercentField
          label={t('percent')}
          value={draft.ratePpm}
          onChange={(ratePpm) => onChange({ ratePpm })}
        />
      );
  }
}
