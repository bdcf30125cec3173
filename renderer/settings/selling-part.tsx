import type { SellingFields } from '#shared/settings/contract.ts';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PercentField } from '../app/percent-field.tsx';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Segmented } from '../ui/choices/segmented.tsx';
import { MoneyField } from '../ui/fields/money-field.tsx';
import { NumberField } from '../ui/fields/number-field.tsx';
import { SectionTitle } from '../ui/layout/card.tsx';
import { Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { type SellingDraft, sellingDraft, sellingOf } from './selling-draft.ts';
import { SettingsForm } from './settings-form.tsx';
import { SettingsLoaded } from './settings-loaded.tsx';

export function SellingPart() {
  return <SettingsLoaded>{({ selling }) => <SellingForm stored={selling} />}</SettingsLoaded>;
}

interface PartProps {
  readonly draft: SellingDraft;
  readonly set: (part: Partial<SellingDraft>) => void;
  /** The sentence for a field that is empty and may not be, once somebody wanted to save. */
  readonly missing: (value: unknown) => string | undefined;
}

/** How the store sells: what it proposes, what it allows, and what it asks for. */
function SellingForm({ stored }: { readonly stored: SellingFields }) {
  const { t } = useTranslation('settings');
  const [draft, setDraft] = useState(() => sellingDraft(stored));
  const [tried, setTried] = useState(false);
  const command = useCommand((shop, selling: SellingFields, commandId) =>
    shop.settings.saveSelling({ commandId, selling }),
  );
  const part: PartProps = {
    draft,
    set: (change) => setDraft((before) => ({ ...before, ...change })),
    missing: (value) => (tried && value === undefined ? t('selling.missing') : undefined),
  };
  return (
    <SettingsForm
      title={t('part.selling')}
      command={command}
      input={sellingOf(draft, stored)}
      onWrong={() => setTried(true)}
    >
      <DrawerTerms {...part} />
      <PriceTerms {...part} />
      <ReturnTerms {...part} />
      <LaterTerms {...part} />
    </SettingsForm>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="settings-group" aria-label={title}>
      <SectionTitle>{title}</SectionTitle>
      <div className="settings-grid">{children}</div>
    </section>
  );
}

function DrawerTerms({ draft, set, missing }: PartProps) {
  const { t } = useTranslation('settings');
  return (
    <Group title={t('selling.drawer')}>
      <MoneyField
        label={t('selling.float')}
        help={t('selling.floatHelp')}
        value={draft.floatCents}
        onChange={(floatCents) => set({ floatCents })}
        error={missing(draft.floatCents)}
      />
      <Choice label={t('selling.tender')} help={t('selling.tenderHelp')}>
        <Segmented
          label={t('selling.tender')}
          value={draft.defaultTender}
          choices={[
            { value: 'cash', label: t('selling.cash') },
            { value: 'card', label: t('selling.card') },
          ]}
          onChange={(defaultTender) => set({ defaultTender })}
        />
      </Choice>
      <Choice label={t('selling.rounding')} help={t('selling.roundingHelp')}>
        <Segmented
          label={t('selling.rounding')}
          value={draft.cashRounding}
          choices={[
            { value: 'off', label: t('selling.roundingOff') },
            { value: 'nearest_5', label: t('selling.roundingFive') },
          ]}
          onChange={(cashRounding) => set({ cashRounding })}
        />
      </Choice>
      <MoneyField
        label={t('selling.customerFrom')}
        help={t('selling.customerFromHelp')}
        value={draft.customerFromCents}
        onChange={(customerFromCents, unreadable) => set({ customerFromCents, unreadable })}
      />
    </Group>
  );
}

function PriceTerms({ draft, set, missing }: PartProps) {
  const { t } = useTranslation('settings');
  return (
    <Group title={t('selling.prices')}>
      <PercentField
        label={t('selling.reasonFrom')}
        help={t('selling.reasonFromHelp')}
        value={draft.reasonFromPpm}
        onChange={(reasonFromPpm) => set({ reasonFromPpm })}
        error={missing(draft.reasonFromPpm)}
      />
      <PercentField
        label={t('selling.overrideFrom')}
        help={t('selling.overrideFromHelp')}
        value={draft.overrideFromPpm}
        onChange={(overrideFromPpm) => set({ overrideFromPpm })}
        error={missing(draft.overrideFromPpm)}
      />
    </Group>
  );
}

function ReturnTerms({ draft, set, missing }: PartProps) {
  const { t } = useTranslation('settings');
  return (
    <Group title={t('selling.returns')}>
      <PercentField
        label={t('selling.restocking')}
        help={t('selling.restockingHelp')}
        value={draft.restockingPpm}
        onChange={(restockingPpm) => set({ restockingPpm })}
        error={missing(draft.restockingPpm)}
      />
      <MoneyField
        label={t('selling.restockingMin')}
        value={draft.restockingMinCents}
        onChange={(restockingMinCents) => set({ restockingMinCents })}
        error={missing(draft.restockingMinCents)}
      />
      <NumberField
        label={t('selling.restockingFree')}
        help={t('selling.restockingFreeHelp')}
        most={3650}
        value={draft.restockingFreeDays}
        onChange={(restockingFreeDays) => set({ restockingFreeDays })}
        error={missing(draft.restockingFreeDays)}
      />
      <PercentField
        label={t('selling.tradeUp')}
        help={t('selling.tradeUpHelp')}
        value={draft.tradeUpPpm}
        onChange={(tradeUpPpm) => set({ tradeUpPpm })}
        error={missing(draft.tradeUpPpm)}
      />
    </Group>
  );
}

function LaterTerms({ draft, set, missing }: PartProps) {
  const { t } = useTranslation('settings');
  return (
    <Group title={t('selling.later')}>
      <MoneyField
        label={t('selling.cardCap')}
        help={t('selling.cardCapHelp')}
        value={draft.giftCardCapCents}
        onChange={(giftCardCapCents) => set({ giftCardCapCents })}
        error={missing(draft.giftCardCapCents)}
      />
      <NumberField
        label={t('selling.quoteDays')}
        least={1}
        most={365}
        value={draft.quoteDays}
        onChange={(quoteDays) => set({ quoteDays })}
        error={missing(draft.quoteDays)}
      />
      <NumberField
        label={t('selling.approvalDays')}
        least={1}
        most={90}
        value={draft.approvalDays}
        onChange={(approvalDays) => set({ approvalDays })}
        error={missing(draft.approvalDays)}
      />
    </Group>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly help: string;
  readonly children: ReactNode;
}

function Choice({ label, help, children }: ChoiceProps) {
  return (
    <Stack gap={4}>
      <Text size="meta" tone="muted">
        {label}
      </Text>
      <div>{children}</div>
      <Text size="meta" tone="muted">
        {help}
      </Text>
    </Stack>
  );
}
