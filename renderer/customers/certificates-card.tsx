import type { Customer } from '#shared/customers/contract.ts';
import type { StoredExemptionCertificate } from '#shared/taxes/contract.ts';
import { certificateInForce, type ExemptionCertificate } from '#shared/taxes/exemption.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { todayHere } from '../app/day.ts';
import { useMay } from '../app/session/session.ts';
import { useCommands } from '../commands/command-context.tsx';
import { useFormat } from '../i18n/format.ts';
import { newId } from '../store-client/new-id.ts';
import { useCommand, useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { IconButton } from '../ui/actions/icon-button.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Text } from '../ui/layout/text.tsx';
import { List } from '../ui/lists/list.tsx';
import { Chip } from '../ui/messages/chip.tsx';
import { Note } from '../ui/messages/note.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { CertificateDialog } from './certificate-dialog.tsx';
import { type Expiry, expiryOn } from './certificate-expiry.ts';

/** The papers that let a customer buy without tax, and what stands in the way where one is missing. */
export function CertificatesCard({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('taxes');
  const may = useMay('customers.exempt');
  const [adding, setAdding] = useState(false);
  const { customerId, name, fields } = customer;
  const { data: certificates, failure } = useStoreQuery({
    key: ['taxes.listCertificates', customerId],
    tables: ['exemption_certificate'],
    read: (store, signal) => store.taxes.listCertificates({ customerId }, { signal }),
  });
  const takeOut = useTakeOut();
  const add = () => setAdding(true);
  useCommands([
    {
      id: 'customer.certificate',
      chord: 'X',
      label: 'taxes:keys.addCertificate',
      quiet: true,
      when: () => may,
      run: add,
    },
  ]);
  const known = certificates ?? [];
  const covered = certificateInForce(known, todayHere()) !== undefined;
  return (
    <Card
      title={t('certificate.title')}
      label={t('certificate.title')}
      aside={
        <Button icon="add" hint="X" disabled={!may} onClick={add}>
          {t('certificate.addShort')}
        </Button>
      }
    >
      <FailureNote failure={failure ?? takeOut.failure} />
      <RefusalNote refusal={takeOut.refusal} />
      {certificates === undefined || covered || !fields.taxExempt ? null : (
        <Note tone="warning">{t('certificate.noneMarked')}</Note>
      )}
      {certificates?.length === 0 && !fields.taxExempt ? (
        <div className="customers-none">
          <Text size="second" tone="muted">
            {t('certificate.none')}
          </Text>
        </div>
      ) : null}
      <List
        label={t('certificate.title')}
        rowHeight={48}
        rows={known.map((certificate) => ({
          key: certificate.exemptionCertificateId,
          content: <CertificateRow certificate={certificate} />,
          aside: may ? (
            <IconButton
              icon="trash"
              label={t('certificate.takeOutOf', { number: certificate.number })}
              onClick={() => takeOut.run(certificate)}
            />
          ) : null,
        }))}
      />
      <CertificateDialog
        open={adding}
        customerId={customerId}
        customerName={name}
        state={fields.address?.state ?? ''}
        onClose={() => setAdding(false)}
      />
    </Card>
  );
}

/** Takes one out of use, with a way back: the same paper, recorded anew. */
function useTakeOut() {
  const { t } = useTranslation('taxes');
  const { show } = useToasts();
  const archive = useCommand((store, certificate: ExemptionCertificate, commandId) => {
    const { exemptionCertificateId } = certificate;
    return store.taxes.archiveCertificate({ commandId, exemptionCertificateId });
  });
  const addAgain = useCommand((store, certificate: ExemptionCertificate, commandId) =>
    store.taxes.addCertificate({ commandId, certificate }),
  );
  const takeOut = async ({ recordedBy: _by, ...certificate }: StoredExemptionCertificate) => {
    const answer = await archive.run(certificate);
    if (answer?.ok !== true) return;
    const again = { ...certificate, exemptionCertificateId: newId<'exemptionCertificate'>() };
    show({
      text: t('certificate.takenOut', { number: certificate.number }),
      action: { label: t('certificate.undo'), run: () => void addAgain.run(again) },
    });
  };
  return {
    run: (certificate: StoredExemptionCertificate) => void takeOut(certificate),
    refusal: archive.refusal ?? addAgain.refusal,
    failure: archive.failure ?? addAgain.failure,
  };
}

function CertificateRow({ certificate }: { readonly certificate: StoredExemptionCertificate }) {
  const { t } = useTranslation('taxes');
  const { number, state, kind, expiresOn } = certificate;
  const expiry = expiryOn(expiresOn, todayHere());
  const expired = expiry.kind === 'expired';
  return (
    <span className="customers-certificate">
      <Text strong>{number}</Text>
      <Text size="second" tone="muted">
        {`${state} · ${t(`certificate.kinds.${kind}`)}`}
      </Text>
      <span>
        <Chip tone={expired ? 'warning' : 'success'}>
          <ExpiryWords expiry={expiry} />
        </Chip>{' '}
        {expiresOn === null ? null : (
          <Text size="second" tone="muted">
            <LastDay expiresOn={expiresOn} />
          </Text>
        )}
      </span>
    </span>
  );
}

function ExpiryWords({ expiry }: { readonly expiry: Expiry }) {
  const { t } = useTranslation('taxes');
  switch (expiry.kind) {
    case 'forever':
      return t('certificate.forever');
    case 'expiresToday':
      return t('certificate.expiresToday');
    case 'expiresIn':
      return t('certificate.expiresIn', { count: expiry.days });
    case 'expired':
      return t('certificate.expired', { count: expiry.days });
  }
}

function LastDay({ expiresOn }: Pick<ExemptionCertificate, 'expiresOn'>) {
  const format = useFormat();
  return expiresOn === null ? null : format.date(expiresOn);
}
