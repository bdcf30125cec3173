import type { CustomerCash } from '#shared/sales/form-8300/contract.ts';
import { REPORTABLE_OVER_CENTS } from '#shared/sales/form-8300/reportable-cash.ts';
import type { CustomerId } from '#shared/ids.ts';
import { cents } from '#shared/money.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { DueChip } from '../app/due-chip.tsx';
import { useGo } from '../app/navigation.ts';
import { PaperDialog } from '../app/papers/paper-dialog.tsx';
import { useMay } from '../app/session/session.ts';
import { useFormat } from '../i18n/format.ts';
import { useCommand, useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Row, Spacer, Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { Chip } from '../ui/messages/chip.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { AccountsFrame, Answered } from './accounts-frame.tsx';

/** Whose cash is near the limit of Form 8300, whose report is due, and who must be told by 31 January. */
export function Form8300() {
  const { t } = useTranslation('accounts');
  const [worksheet, setWorksheet] = useState<CustomerId>();
  const answer = useStoreQuery({
    key: ['form8300.list'],
    tables: ['payment', 'sale', 'sale_void', 'form_8300_filing', 'customer', 'sale_correction'],
    enabled: useMay('sales.read'),
    read: (store) => store.form8300.list({}),
  });
  const due = answer.data?.filter((each) => each.worksheet !== null).length;
  return (
    <AccountsFrame
      part="form-8300"
      detail={due === undefined ? undefined : t('form8300.due', { count: due })}
    >
      <Answered answer={answer}>
        {(people) =>
          people.length === 0 ? (
            <Card label={t('part.form-8300')}>
              <EmptyState icon="cash" title={t('form8300.empty.title')}>
                {t('form8300.empty.next')}
              </EmptyState>
            </Card>
          ) : (
            <Stack gap={12}>
              {people.map((person) => (
                <Person
                  key={person.customerId}
                  person={person}
                  onWorksheet={() => setWorksheet(person.customerId)}
                />
              ))}
            </Stack>
          )
        }
      </Answered>
      <PaperDialog
        wish={worksheet && { kind: 'worksheet8300', subjectId: worksheet, options: {} }}
        form="letter"
        onClose={() => setWorksheet(undefined)}
      />
    </AccountsFrame>
  );
}

interface PersonProps {
  readonly person: CustomerCash;
  readonly onWorksheet: () => void;
}

function Person({ person, onWorksheet }: PersonProps) {
  const { t } = useTranslation('accounts');
  const go = useGo();
  const format = useFormat();
  const mayOpen = useMay('customers.read');
  const { meter, worksheet, name, customerId } = person;
  return (
    <Card
      title={name}
      aside={
        worksheet === null ? (
          meter.prompt === 'ask' ? (
            <Chip tone="warning">{t('form8300.near')}</Chip>
          ) : null
        ) : (
          <Row>
            <Text size="second">{t('form8300.fileBy')}</Text>
            <DueChip dueOn={worksheet.fileBy} />
          </Row>
        )
      }
      {...(worksheet === null ? {} : { edge: 'danger' as const })}
      padded
    >
      <Stack gap={12}>
        {worksheet === null ? null : (
          <Text as="p">
            {t('form8300.report', {
              amount: format.money(worksheet.totalCents),
              day: format.date(worksheet.receivedOn),
            })}
          </Text>
        )}
        <CashBar person={person} />
        {person.statements.map((statement) => (
          <Row key={statement.year} wrap>
            <Text>
              {t('form8300.statement', {
                year: statement.year,
                amount: format.money(statement.totalCents),
              })}
            </Text>
            <DueChip dueOn={statement.statementBy} />
          </Row>
        ))}
        <Row wrap>
          {mayOpen ? (
            <Button icon="customer" onClick={() => go(`/customers/${customerId}`)}>
              {t('house.customer')}
            </Button>
          ) : null}
          <Spacer />
          {worksheet === null ? null : <Filing person={person} onWorksheet={onWorksheet} />}
        </Row>
      </Stack>
    </Card>
  );
}

/** The worksheet to fill the form in from, and that it was filed. */
function Filing({ person, onWorksheet }: PersonProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { show } = useToasts();
  const maySettle = useMay('payments.settle');
  const command = useCommand((store, customerId: CustomerId, commandId) =>
    store.form8300.file({ commandId, customerId }),
  );
  const file = async () => {
    const answer = await command.run(person.customerId);
    if (answer?.ok !== true) return;
    const amount = format.money(answer.value.throughCents);
    show({ text: t('form8300.filed', { name: person.name, amount }), tone: 'success' });
  };
  return (
    <>
      <RefusalNote refusal={command.refusal} />
      <FailureNote failure={command.failure} />
      <Button icon="receipt" onClick={onWorksheet}>
        {t('form8300.worksheet')}
      </Button>
      {maySettle ? (
        <Button kind="primary" busy={command.pending} onClick={() => void file()}>
          {t('form8300.file')}
        </Button>
      ) : null}
    </>
  );
}

/** What is counted of the limit, in words and as a bar. */
function CashBar({ person }: { readonly person: CustomerCash }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { countedCents, leftCents, prompt } = person.meter;
  // What is in a report that is due does not count toward the next one.
  const words = t(person.worksheet === null ? 'form8300.counted' : 'form8300.since', {
    counted: format.money(countedCents),
    limit: format.money(cents(REPORTABLE_OVER_CENTS)),
    left: format.money(leftCents),
  });
  return (
    <Stack gap={4}>
      <Text size="second">{words}</Text>
      <div
        className="accounts-meter"
        role="meter"
        aria-label={t('form8300.meter', { name: person.name })}
        aria-valuemin={0}
        aria-valuemax={REPORTABLE_OVER_CENTS}
        aria-valuenow={countedCents}
        aria-valuetext={words}
      >
        <div
          data-tone={prompt === 'none' ? undefined : 'warning'}
          style={{ width: `${Math.min(100, (countedCents / REPORTABLE_OVER_CENTS) * 100)}%` }}
        />
      </div>
    </Stack>
  );
}
