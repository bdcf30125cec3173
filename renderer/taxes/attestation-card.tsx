import { containsCardNumber } from '#shared/card-number.ts';
import type { StoredTaxArea, TaxAttestation } from '#shared/taxes/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { Form } from '../app/form.tsx';
import { useMay } from '../app/session/session.ts';
import { useFormat } from '../i18n/format.ts';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Row } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { Note } from '../ui/messages/note.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';

export interface AttestationCardProps {
  readonly area: StoredTaxArea;
  /** What is on the screen is not what is stored: nobody can attest it yet. */
  readonly unsaved: boolean;
}

/** Whose word it is that these are the taxes the store must collect, from when, and where it says so. */
export function AttestationCard({ area, unsaved }: AttestationCardProps) {
  const { t } = useTranslation('taxes');
  const may = useMay('taxes.attest');
  const { attestation } = area;
  return (
    <Card title={t('attest.title')} label={t('attest.title')} padded>
      <div className="taxes-fields">
        <Given attestation={attestation} />
        {may ? <AttestForm key={area.taxesHash} area={area} unsaved={unsaved} /> : null}
        {may || attestation?.holds === true ? null : (
          <Text size="second" tone="muted">
            {t('attest.owner')}
          </Text>
        )}
      </div>
    </Card>
  );
}

function Given({ attestation }: { readonly attestation: TaxAttestation | null }) {
  const { t } = useTranslation('taxes');
  const format = useFormat();
  if (attestation === null)
    return (
      <Note tone="warning" title={t('attest.none')}>
        {t('attest.noneNext')}
      </Note>
    );
  const { name, businessDate, source, holds } = attestation;
  const given = t('attest.given', { name, date: format.date(businessDate) });
  return (
    <Note tone={holds ? 'success' : 'warning'} title={holds ? given : t('attest.changed')}>
      {holds ? t('attest.source', { source }) : given}
    </Note>
  );
}

function AttestForm({ area, unsaved }: AttestationCardProps) {
  const { t } = useTranslation('taxes');
  const { show } = useToasts();
  const [source, setSource] = useState('');
  const [asked, setAsked] = useState(false);
  const command = useAttest(area);
  const isWrong = source.trim() === '' || containsCardNumber(source);
  const attest = async () => {
    setAsked(true);
    if (isWrong || unsaved) return;
    const answer = await command.run(source.trim());
    if (answer?.ok !== true) return;
    setSource('');
    setAsked(false);
    show({ text: t('attest.done', { name: area.name }), tone: 'success', seconds: 4 });
  };
  return (
    <Form label={t('attest.title')} onSubmit={() => void attest()}>
      <TextField
        label={t('attest.where')}
        help={t('attest.whereHelp')}
        value={source}
        maxLength={200}
        error={asked && isWrong ? t('attest.whereMissing') : undefined}
        onChange={setSource}
      />
      <RefusalNote refusal={command.refusal} />
      <FailureNote failure={command.failure} />
      <Row>
        <Button type="submit" disabled={unsaved} busy={command.pending}>
          {t('attest.act')}
        </Button>
        {unsaved ? (
          <Text size="second" tone="muted">
            {t('attest.saveFirst')}
          </Text>
        ) : null}
      </Row>
    </Form>
  );
}

function useAttest({ taxAreaId, taxesHash }: StoredTaxArea) {
  return useCommand((store, source: string, commandId) =>
    store.taxes.attest({ commandId, taxAreaId, taxesHash, source }),
  );
}
