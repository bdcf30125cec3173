import type { CustomerId } from '#shared/ids.ts';
import { EXEMPTION_KINDS, type ExemptionCertificate } from '#shared/taxes/exemption.ts';
import type { BusinessDate } from '#shared/time.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { todayHere } from '../app/day.ts';
import { Form } from '../app/form.tsx';
import { useCommands } from '../commands/command-context.tsx';
import { newId } from '../store-client/new-id.ts';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Checkbox } from '../ui/choices/checkbox.tsx';
import { ChoiceChips } from '../ui/choices/choice-chips.tsx';
import { DateField } from '../ui/fields/date-field.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Row, Spacer, Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { Dialog } from '../ui/messages/dialog.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';

export interface CertificateDialogProps {
  readonly open: boolean;
  readonly customerId: CustomerId;
  readonly customerName: string;
  /** Of the customer's address: most certificates come from there. */
  readonly state: string;
  readonly onClose: () => void;
}

/** Records the paper that somebody has just looked at. */
export function CertificateDialog(props: CertificateDialogProps) {
  const { t } = useTranslation('taxes');
  return (
    <Dialog help="exempt" open={props.open} title={t('certificate.add')} onClose={props.onClose}>
      {props.open ? <CertificateForm {...props} /> : null}
    </Dialog>
  );
}

/** A certificate as it is typed. */
interface Typed {
  readonly kind: ExemptionCertificate['kind'];
  readonly number: string;
  readonly state: string;
  readonly expires: boolean;
  readonly expiresOn: BusinessDate | undefined;
}

function problemsOf({ number, state, expires, expiresOn }: Typed) {
  return {
    number: number.trim() === '' ? ('numberMissing' as const) : undefined,
    state: state.trim() === '' ? ('stateMissing' as const) : undefined,
    expiresOn: expires && expiresOn === undefined ? ('expiresMissing' as const) : undefined,
  };
}

/** The form's own state, and how it is stored. */
function useCertificate(props: CertificateDialogProps) {
  const { customerId, customerName, onClose } = props;
  const { t } = useTranslation('taxes');
  const { show } = useToasts();
  // Made once, so that a repeated attempt records the same paper.
  const [exemptionCertificateId] = useState(() => newId<'exemptionCertificate'>());
  const [typed, setTyped] = useState<Typed>({
    kind: 'resale',
    number: '',
    state: props.state,
    expires: true,
    expiresOn: undefined,
  });
  const [tried, setTried] = useState(false);
  const add = useCommand((store, certificate: ExemptionCertificate, commandId) =>
    store.taxes.addCertificate({ commandId, certificate }),
  );
  const problems = problemsOf(typed);
  const save = async () => {
    setTried(true);
    if (Object.values(problems).some((problem) => problem !== undefined)) return;
    const { kind, number, state, expires } = typed;
    const expiresOn = expires ? (typed.expiresOn ?? null) : null;
    const paper = { exemptionCertificateId, customerId, kind, number, state, expiresOn };
    const answer = await add.run(paper);
    if (answer?.ok !== true) return;
    const expired = expiresOn !== null && expiresOn < todayHere();
    const text = expired
      ? t('certificate.addedExpired', { number: number.trim() })
      : t('certificate.added', { number: number.trim(), name: customerName });
    show({ text, tone: expired ? 'warning' : 'success', seconds: 6 });
    onClose();
  };
  const errorOf = (field: keyof typeof problems) => {
    const problem = tried ? problems[field] : undefined;
    return problem === undefined ? undefined : t(`certificate.${problem}`);
  };
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  return { typed, change, errorOf, add, save };
}

function CertificateForm(props: CertificateDialogProps) {
  const { t } = useTranslation(['taxes', 'common']);
  const { typed, change, errorOf, add, save } = useCertificate(props);
  useCommands([
    {
      id: 'certificate.save',
      chord: 'Ctrl+Enter',
      label: 'common:save',
      run: () => void save(),
    },
  ]);
  return (
    <Form label={t('certificate.add')} onSubmit={() => void save()}>
      <Row align="start" gap={16}>
        <TextField
          label={t('certificate.number')}
          value={typed.number}
          maxLength={60}
          autoFocus
          error={errorOf('number')}
          onChange={(number) => change({ number })}
        />
        <TextField
          label={t('certificate.state')}
          value={typed.state}
          maxLength={40}
          error={errorOf('state')}
          onChange={(state) => change({ state })}
        />
      </Row>
      <Stack gap={4}>
        <Text size="meta" tone="muted">
          {t('certificate.kind')}
        </Text>
        <ChoiceChips
          label={t('certificate.kind')}
          value={typed.kind}
          choices={EXEMPTION_KINDS.map((value) => ({
            value,
            label: t(`certificate.kinds.${value}`),
          }))}
          onChange={(kind) => change({ kind })}
        />
      </Stack>
      <Stack gap={8}>
        <Checkbox
          label={t('certificate.expires')}
          checked={typed.expires}
          onChange={(expires) => change({ expires })}
        />
        {typed.expires ? (
          <DateField
            label={t('certificate.expiresOn')}
            value={typed.expiresOn}
            error={errorOf('expiresOn')}
            onChange={(expiresOn) => change({ expiresOn })}
          />
        ) : null}
      </Stack>
      <RefusalNote refusal={add.refusal} />
      <FailureNote failure={add.failure} />
      <Row>
        <Spacer />
        <Button hint="Esc" onClick={props.onClose}>
          {t('common:cancel')}
        </Button>
        <Button kind="primary" type="submit" hint="Ctrl+Enter" busy={add.pending}>
          {t('common:save')}
        </Button>
      </Row>
    </Form>
  );
}
