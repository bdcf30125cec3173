import './approvals.css';
import type { Cents } from '#shared/money.ts';
import type { BusinessDate } from '#shared/time.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { dayBeside, todayHere } from '../app/day.ts';
import { Form } from '../app/form.tsx';
import { PaperDialog } from '../app/papers/paper-dialog.tsx';
import { type CartInHand, useCartInHand } from '../app/sale-desk.ts';
import { LineName } from '../app/line-name.tsx';
import { useCommands } from '../commands/command-context.tsx';
import { newId } from '../store-client/new-id.ts';
import { useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Checkbox } from '../ui/choices/checkbox.tsx';
import { DateField } from '../ui/fields/date-field.tsx';
import { MoneyField } from '../ui/fields/money-field.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Row, Spacer } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { SimpleTable } from '../ui/lists/simple-table.tsx';
import { Dialog } from '../ui/messages/dialog.tsx';
import { Note } from '../ui/messages/note.tsx';
import { Progress } from '../ui/messages/progress.tsx';
import { isLendable, type LendableLine } from './lendable.ts';
import { type MadeApproval, useMakeApproval } from './use-make-approval.ts';

export interface MakeApprovalDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The pieces of the cart on a memo: whose hands, what they are worth, until when. Then the memo as it prints. */
export function MakeApprovalDialog({ open, onClose }: MakeApprovalDialogProps) {
  const { t } = useTranslation('approvals');
  const inHand = useCartInHand();
  const [made, setMade] = useState<MadeApproval>();
  return (
    <>
      <Dialog help="approvals" open={open} title={t('give')} width="wide" onClose={onClose}>
        {open && inHand ? <Giving inHand={inHand} onClose={onClose} onMade={setMade} /> : null}
      </Dialog>
      <PaperDialog
        wish={made && { kind: 'approval', subjectId: made.approvalId, options: {} }}
        onClose={() => setMade(undefined)}
      />
    </>
  );
}

interface GivingProps {
  readonly inHand: CartInHand;
  readonly onClose: () => void;
  readonly onMade: (made: MadeApproval) => void;
}

function Giving({ inHand, onClose, onMade }: GivingProps) {
  const { t } = useTranslation(['approvals', 'common']);
  const settings = useStoreQuery({
    key: ['settings.get'],
    tables: ['setting', 'store', 'register_setting'],
    read: (store) => store.settings.get({}),
  });
  if (inHand.cart.customerId === null)
    return (
      <Note
        tone="warning"
        title={t('whose')}
        action={
          <Button
            autoFocus
            onClick={() => {
              onClose();
              inHand.askCustomer();
            }}
          >
            {t('chooseCustomer')}
          </Button>
        }
      >
        {t('whoseNext')}
      </Note>
    );
  if (settings.data === undefined)
    return settings.failure ? (
      <FailureNote failure={settings.failure} />
    ) : (
      <Progress label={t('common:loading')} />
    );
  return (
    <GiveForm
      inHand={inHand}
      days={settings.data.selling.approvalDays}
      prints={settings.data.printer !== null}
      onClose={onClose}
      onMade={onMade}
    />
  );
}

interface GiveFormProps extends GivingProps {
  readonly days: number;
  readonly prints: boolean;
}

function GiveForm({ inHand, days, prints, onClose, onMade }: GiveFormProps) {
  const { t } = useTranslation(['approvals', 'common']);
  const [lines] = useState(() => inHand.cart.lines.filter(isLendable));
  const [approvalId] = useState(() => newId<'approval'>());
  const [dueOn, setDueOn] = useState<BusinessDate | undefined>(() => dayBeside(todayHere(), days));
  const [idNoted, setIdNoted] = useState('');
  const [print, setPrint] = useState(prints);
  const [values, setValues] = useState<Readonly<Record<string, Cents | undefined>>>(() =>
    Object.fromEntries(lines.map((line) => [line.pieceId, line.tagPriceCents])),
  );
  const [tried, setTried] = useState(false);
  const make = useMakeApproval(inHand, approvalId, (made) => {
    onClose();
    onMade(made);
  });
  const missingValue = lines.some(({ pieceId }) => (values[pieceId] ?? 0) === 0);
  const submit = () => {
    setTried(true);
    if (dueOn === undefined || idNoted.trim() === '' || missingValue) return;
    make.run({ lines, values, dueOn, idNoted, print });
  };
  useCommands([{ id: 'approval.make', chord: 'Ctrl+Enter', label: 'approvals:make', run: submit }]);
  return (
    <Form label={t('give')} onSubmit={submit}>
      <Text as="p" strong>
        {t('to', { name: inHand.customerName ?? '' })}
      </Text>
      <Row align="start" gap={16}>
        <TextField
          label={t('idNoted')}
          help={t('idNotedHelp')}
          value={idNoted}
          onChange={setIdNoted}
          maxLength={80}
          size={44}
          autoFocus
          error={tried && idNoted.trim() === '' ? t('idMissing') : undefined}
        />
        <DateField
          label={t('dueOn')}
          value={dueOn}
          onChange={setDueOn}
          least={todayHere()}
          size={44}
          error={tried && dueOn === undefined ? t('dueMissing') : undefined}
        />
      </Row>
      <ValueTable
        lines={lines}
        values={values}
        onValue={(pieceId, value) => setValues((now) => ({ ...now, [pieceId]: value }))}
        tried={tried}
      />
      <RefusalNote refusal={make.refusal} />
      <FailureNote failure={make.failure} />
      <Row wrap>
        <Checkbox label={t('print')} checked={print} onChange={setPrint} />
        <Spacer />
        <Button size={44} hint="Esc" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button kind="primary" size={44} type="submit" hint="Enter" busy={make.pending}>
          {t('make')}
        </Button>
      </Row>
    </Form>
  );
}

interface ValueTableProps {
  readonly lines: readonly LendableLine[];
  readonly values: Readonly<Record<string, Cents | undefined>>;
  readonly onValue: (pieceId: string, value: Cents | undefined) => void;
  readonly tried: boolean;
}

/** What each piece is worth should it not come back: the tag, until somebody says otherwise. */
function ValueTable({ lines, values, onValue, tried }: ValueTableProps) {
  const { t } = useTranslation('approvals');
  return (
    <div className="approvals-values">
      <SimpleTable
        label={t('pieces')}
        rows={lines}
        rowKey={(line) => line.lineId}
        columns={[
          {
            id: 'piece',
            head: t('piece'),
            cell: (line) => <LineName line={line} />,
          },
          {
            id: 'value',
            head: t('value'),
            end: true,
            width: '9rem',
            cell: (line) => (
              <MoneyField
                label={t('valueOf', { name: line.description })}
                hideLabel
                value={values[line.pieceId]}
                onChange={(value) => onValue(line.pieceId, value)}
                error={tried && (values[line.pieceId] ?? 0) === 0 ? t('valueMissing') : undefined}
              />
            ),
          },
        ]}
      />
    </div>
  );
}
