import type { Taxes } from '#shared/taxes/contract.ts';
import type { TaxAreaId } from '#shared/taxes/tax-rule.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import type { FormDraft } from '../app/form-draft.ts';
import { useMay } from '../app/session/session.ts';
import { Button } from '../ui/actions/button.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Row } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { Chip } from '../ui/messages/chip.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { type AreaForm, areaProblems } from './area-form.ts';
import { TakeOutDialog } from './take-out-dialog.tsx';
import { useSaveTerms } from './terms-card.tsx';

export interface PlaceCardProps {
  readonly state: FormDraft<AreaForm>;
  readonly taxAreaId: TaxAreaId;
  readonly taxes: Taxes;
  /** False for a place that is being added. */
  readonly isStored: boolean;
}

/** Its name and state, and whether the store itself is taxed as there. */
export function PlaceCard({ state, taxAreaId, taxes, isStored }: PlaceCardProps) {
  const { t } = useTranslation('taxes');
  const may = useMay('settings.change');
  const { form, problems } = state;
  const nameless = problems !== undefined && areaProblems(form).name !== undefined;
  return (
    <Card title={t('place.title')} padded>
      <div className="taxes-fields">
        <div className="taxes-pair">
          <TextField
            label={t('place.name')}
            value={form.name}
            maxLength={60}
            disabled={!may}
            error={nameless ? t('problem.nameMissing') : undefined}
            onChange={(name) => state.set('name', name)}
          />
          <TextField
            label={t('place.state')}
            value={form.state}
            maxLength={40}
            disabled={!may}
            onChange={(value) => state.set('state', value)}
          />
        </div>
        {taxes.homeAreaId === taxAreaId ? (
          <Row>
            <Chip tone="accent">{t('home')}</Chip>
            <Text size="second" tone="muted">
              {t('place.isHome')}
            </Text>
          </Row>
        ) : (
          <>
            <MakeHome {...{ taxAreaId, taxes, isStored }} name={form.name} />
            {isStored && may ? <TakeOutOfUse {...{ taxAreaId, taxes }} /> : null}
          </>
        )}
      </div>
    </Card>
  );
}

/** A place that nothing is sent to any more, under the name it is stored by. */
function TakeOutOfUse({ taxAreaId, taxes }: Pick<PlaceCardProps, 'taxAreaId' | 'taxes'>) {
  const { t } = useTranslation('taxes');
  const [asking, setAsking] = useState(false);
  const name = taxes.areas.find((area) => area.taxAreaId === taxAreaId)?.name ?? '';
  return (
    <Row>
      <Button onClick={() => setAsking(true)}>{t('takeOut.act')}</Button>
      <TakeOutDialog
        open={asking}
        taxAreaId={taxAreaId}
        name={name}
        onClose={() => setAsking(false)}
      />
    </Row>
  );
}

interface MakeHomeProps extends Omit<PlaceCardProps, 'state'> {
  readonly name: string;
}

/** From the next sale on the store is taxed as here: at once, for it is no part of the place. */
function MakeHome({ taxAreaId, taxes, isStored, name }: MakeHomeProps) {
  const { t } = useTranslation('taxes');
  const may = useMay('settings.change');
  const { show } = useToasts();
  const command = useSaveTerms();
  const makeHome = async () => {
    const answer = await command.run({ homeAreaId: taxAreaId, rounding: taxes.rounding });
    if (answer?.ok === true)
      show({ text: t('place.madeHome', { name }), tone: 'success', seconds: 6 });
  };
  return (
    <>
      <Row>
        <Button
          icon="store"
          disabled={!may || !isStored}
          busy={command.pending}
          onClick={() => void makeHome()}
        >
          {t('place.makeHome')}
        </Button>
        {isStored ? null : (
          <Text size="second" tone="muted">
            {t('place.saveFirst')}
          </Text>
        )}
      </Row>
      <RefusalNote refusal={command.refusal} />
      <FailureNote failure={command.failure} />
    </>
  );
}
