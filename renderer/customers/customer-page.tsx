import './customers.css';
import type { Customer } from '#shared/customers/contract.ts';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerCards } from '../app/frame-slots.tsx';
import { focusRow } from '../app/list-filter.tsx';
import { useGo } from '../app/navigation.ts';
import { PhotosCard } from '../app/photos/photos-card.tsx';
import { useMay } from '../app/session/session.ts';
import { Side } from '../app/slots.tsx';
import { useCommands } from '../commands/command-context.tsx';
import { useLabels } from '../i18n/labels.ts';
import { Button } from '../ui/actions/button.tsx';
import { Card, ScreenHead } from '../ui/layout/card.tsx';
import { Facts } from '../ui/layout/facts.tsx';
import { Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { Chip } from '../ui/messages/chip.tsx';
import { Note } from '../ui/messages/note.tsx';
import { BoughtSums } from './bought-sums.tsx';
import { CertificatesCard } from './certificates-card.tsx';
import { CustomerMissing } from './customer-missing.tsx';
import { SalesTimeline } from './sales-timeline.tsx';
import { SellToCustomer } from './sell-to-customer.tsx';
import { useCustomer, useCustomerIdOfPath } from './use-customer.ts';

export function CustomerPage() {
  const customerId = useCustomerIdOfPath();
  const answer = useCustomer(customerId);
  const { data: customer } = answer;
  if (customer === undefined || customer === null) return <CustomerMissing answer={answer} />;
  return <KnownCustomer key={customerId} customer={customer} />;
}

/** Everything about one person: what must be read first, then how to reach them and what they bought. */
function KnownCustomer({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers');
  const go = useGo();
  const mayEdit = useMay('customers.write');
  const timeline = useRef<HTMLDivElement>(null);
  const back = () => go('/customers');
  const edit = () => go(`/customers/${customer.customerId}/edit`);
  useCommands([
    {
      id: 'customer.edit',
      chord: 'E',
      label: 'customers:keys.edit',
      when: () => mayEdit,
      run: edit,
    },
    {
      id: 'customer.back',
      chord: 'Esc',
      label: 'customers:keys.list',
      run: () => go('/customers'),
    },
    {
      id: 'customer.timeline',
      chord: '↓',
      label: 'customers:keys.timeline',
      when: () => customer.sales.length > 0,
      run: () => focusRow(timeline.current),
    },
  ]);
  const { note } = customer.fields;
  return (
    <>
      <ScreenHead title={customer.name} detail={<BesideName customer={customer} />}>
        <Button hint="Esc" onClick={back}>
          {t('none.all')}
        </Button>
        {mayEdit ? (
          <Button icon="edit" hint="E" onClick={edit}>
            {t('edit')}
          </Button>
        ) : null}
      </ScreenHead>
      {note === '' ? null : (
        <Note tone="warning" title={t('mustRead')}>
          <div className="customers-note" tabIndex={0} role="group" aria-label={t('note')}>
            {note}
          </div>
        </Note>
      )}
      <div className="customers-two">
        <Stack gap={16}>
          <Card padded label={t('facts')}>
            <CustomerFacts customer={customer} />
          </Card>
          <PhotosCard
            subject={{ kind: 'customer', id: customer.customerId }}
            name={customer.name}
            mayChange={mayEdit}
          />
          <CertificatesCard customer={customer} />
        </Stack>
        <Card title={t('timeline')} label={t('timeline')}>
          <div ref={timeline}>
            <SalesTimeline sales={customer.sales} />
          </div>
        </Card>
      </div>
      <Side>
        <div className="customers-side">
          <BoughtSums customer={customer} />
          <CustomerCards customerId={customer.customerId} />
        </div>
        <SellToCustomer customer={customer} />
      </Side>
    </>
  );
}

function BesideName({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers');
  const { company, taxExempt } = customer.fields;
  return (
    <>
      {company === '' || company === customer.name ? null : `${company} `}
      {taxExempt ? <Chip tone="info">{t('taxExempt')}</Chip> : null}
    </>
  );
}

function CustomerFacts({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers');
  const words = useLabels();
  const { phone, email, address, language } = customer.fields;
  const reach = [
    { label: t('phone'), value: phone === '' ? '' : <b>{phone}</b> },
    { label: t('email'), value: email },
    {
      label: t('address'),
      value: address === null ? '' : <AddressLines lines={linesOf(address)} />,
    },
  ].filter((fact) => fact.value !== '');
  return (
    <div className="customers-fields">
      {reach.length === 0 ? (
        <Text as="p" size="second" tone="muted">
          {t('noReach')}
        </Text>
      ) : null}
      <Facts
        facts={[
          ...reach,
          { label: t('language'), value: t(`languages.${language}`) },
          ...(customer.importedFrom === null
            ? []
            : [
                {
                  label: t('importedFrom'),
                  value: words(`import:source.${customer.importedFrom}`),
                },
              ]),
        ]}
      />
    </div>
  );
}

type Address = NonNullable<Customer['fields']['address']>;

function linesOf({ line1, line2, city, state, zip, country }: Address): readonly string[] {
  const place = [city, `${state} ${zip}`.trim()].filter((part) => part !== '').join(', ');
  const abroad = country === 'US' ? '' : country;
  return [line1, line2, place, abroad].filter((line) => line !== '');
}

function AddressLines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => <div key={line}>{line}</div>);
}
