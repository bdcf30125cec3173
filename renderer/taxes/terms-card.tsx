import type { Taxes } from '#shared/taxes/contract.ts';
import type { TaxAreaId, TaxRounding } from '#shared/taxes/tax-rule.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { Form } from '../app/form.tsx';
import { useMay } from '../app/session/session.ts';
import { useCommands } from '../commands/command-context.tsx';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Segmented } from '../ui/choices/segmented.tsx';
import { SelectField } from '../ui/choices/select-field.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Row, Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';

interface Terms {
  readonly homeAreaId: TaxAreaId;
  readonly rounding: TaxRounding;
}

/** Whose tax holds in the store, and where half a cent goes. */
export function TermsCard({ taxes }: { readonly taxes: Taxes }) {
  const { t } = useTranslation(['taxes', 'common']);
  const may = useMay('settings.change');
  const { show } = useToasts();
  const [homeAreaId, setHome] = useState(taxes.homeAreaId);
  const [rounding, setRounding] = useState(taxes.rounding);
  const command = useSaveTerms();
  const save = async () => {
    const answer = await command.run({ homeAreaId, rounding });
    if (answer?.ok === true) show({ text: t('terms.saved'), tone: 'success', seconds: 4 });
  };
  useCommands([
    {
      id: 'taxes.saveTerms',
      chord: 'Ctrl+Enter',
      label: 'common:save',
      when: () => may,
      run: () => void save(),
    },
  ]);
  return (
    <Card title={t('terms.title')} padded>
      <Form label={t('terms.title')} onSubmit={() => void save()}>
        <SelectField
          label={t('terms.home')}
          help={t('terms.homeHelp')}
          value={homeAreaId}
          disabled={!may}
          choices={taxes.areas.map(({ taxAreaId, name }) => ({ value: taxAreaId, label: name }))}
          onChange={setHome}
        />
        <Stack gap={4}>
          <Text size="meta" tone="muted">
            {t('terms.rounding')}
          </Text>
          <div>
            <Segmented
              label={t('terms.rounding')}
              value={rounding}
              disabled={!may}
              choices={[
                { value: 'line', label: t('terms.line') },
                { value: 'document', label: t('terms.document') },
              ]}
              onChange={setRounding}
            />
          </div>
          <Text size="meta" tone="muted">
            {t('terms.roundingHelp')}
          </Text>
        </Stack>
        <RefusalNote refusal={command.refusal} />
        <FailureNote failure={command.failure} />
        <Row>
          <Button
            kind="primary"
            size={44}
            type="submit"
            hint="Ctrl+Enter"
            disabled={!may}
            busy={command.pending}
          >
            {t('common:save')}
          </Button>
        </Row>
      </Form>
    </Card>
  );
}

/** Sets the home of the store and its rounding, together as the store keeps them. */
export function useSaveTerms() {
  return useCommand((store, terms: Terms, commandId) =>
    store.taxes.saveTerms({ commandId, ...terms }),
  );
}
