import './taxes.css';
import type { StoredTaxArea, Taxes } from '#shared/taxes/contract.ts';
import { checkRuleDates, rulesInForce } from '#shared/taxes/rule-dates.ts';
import type { TaxAreaId } from '#shared/taxes/tax-rule.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { todayHere } from '../app/day.ts';
import { useGo } from '../app/navigation.ts';
import { useMay } from '../app/session/session.ts';
import { SettingsFrame } from '../app/settings-frame.tsx';
import { useCommands } from '../commands/command-context.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Row, Spacer } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { List } from '../ui/lists/list.tsx';
import { Chip } from '../ui/messages/chip.tsx';
import { Note } from '../ui/messages/note.tsx';
import { Progress } from '../ui/messages/progress.tsx';
import { AddPlaceDialog } from './add-place-dialog.tsx';
import { TermsCard } from './terms-card.tsx';
import { useTaxes } from './taxes-data.ts';

/** Where the store sells and ships to, and whose tax holds there. */
export function TaxesScreen() {
  const { t } = useTranslation(['taxes', 'common']);
  const { data: taxes, failure, again } = useTaxes();
  return (
    <SettingsFrame part="taxes">
      {taxes === undefined && failure === undefined ? (
        <Progress label={t('common:loading')} />
      ) : null}
      <FailureNote
        failure={failure}
        action={<Button onClick={again}>{t('common:retry')}</Button>}
      />
      {taxes === undefined ? null : <TaxesParts taxes={taxes} />}
    </SettingsFrame>
  );
}

function TaxesParts({ taxes }: { readonly taxes: Taxes }) {
  const { t } = useTranslation('taxes');
  const go = useGo();
  const may = useMay('settings.change');
  const [adding, setAdding] = useState(false);
  const add = () => setAdding(true);
  useCommands([
    { id: 'taxes.add', chord: 'N', label: 'taxes:keys.add', when: () => may, run: add },
  ]);
  const open = (taxAreaId: TaxAreaId) => go(`/settings/taxes/${taxAreaId}`);
  return (
    <>
      {may ? null : <Note title={t('readOnly')}>{t('readOnlyNext')}</Note>}
      <Card
        title={t('places')}
        aside={
          <Button icon="add" hint="N" disabled={!may} onClick={add}>
            {t('add.title')}
          </Button>
        }
      >
        <List
          label={t('places')}
          rowHeight={48}
          rows={taxes.areas.map((area) => ({
            key: area.taxAreaId,
            content: <PlaceRow area={area} isHome={area.taxAreaId === taxes.homeAreaId} />,
            onOpen: () => open(area.taxAreaId),
          }))}
        />
      </Card>
      <TermsCard key={`${taxes.homeAreaId} ${taxes.rounding}`} taxes={taxes} />
      <AddPlaceDialog open={adding} onClose={() => setAdding(false)} />
    </>
  );
}

function PlaceRow({ area, isHome }: { readonly area: StoredTaxArea; readonly isHome: boolean }) {
  const { t } = useTranslation('taxes');
  const count = rulesInForce(area.rules, todayHere()).length;
  return (
    <span className="taxes-place">
      <Text strong>{area.name}</Text>
      {area.state === '' ? null : <Text tone="muted">{area.state}</Text>}
      {isHome ? <Chip tone="accent">{t('home')}</Chip> : null}
      <Spacer />
      <Row>
        {area.attestation?.holds === true ? null : <Chip>{t('attest.missing')}</Chip>}
        {checkRuleDates(area.rules).ok ? null : <Chip tone="warning">{t('placeProblem')}</Chip>}
        <Text size="second" tone="muted">
          {count === 0 ? t('noneInForce') : t('inForce', { count })}
        </Text>
      </Row>
    </span>
  );
}
