import type { DrawerState } from '#shared/day-close/contract.ts';
import type { DrawerSessionId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { Form } from '../app/form.tsx';
import { useMay } from '../app/session/session.ts';
import { useFormat } from '../i18n/format.ts';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { MoneyField } from '../ui/fields/money-field.tsx';
import { Row } from '../ui/layout/layout.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { proposedFloat, useSettings } from './drawer-data.ts';

export interface OpenDrawerFormProps {
  readonly state: DrawerState;
  readonly autoFocus?: boolean;
  readonly onOpened?: () => void;
}

/** One field and Enter: the drawer is open for the day. */
export function OpenDrawerForm({ state, autoFocus = false, onOpened }: OpenDrawerFormProps) {
  const { t } = useTranslation('day-close');
  const format = useFormat();
  const { show } = useToasts();
  const may = useMay('drawer.open');
  const usual = useSettings()?.selling.floatCents;
  const [typed, setTyped] = useState<{ readonly cents: Cents | undefined }>();
  const [tried, setTried] = useState(false);
  // Branding: the session's id is made here, once, so that a repeated try opens the same drawer.
  const [drawerSessionId] = useState(() => v7() as DrawerSessionId);
  const open = useCommand((store, floatCents: Cents, commandId) =>
    store.dayClose.open({ commandId, drawerSessionId, floatCents }),
  );
  const float = typed === undefined ? proposedFloat(state, usual) : typed.cents;
  const submit = async () => {
    setTried(true);
    if (float === undefined) return;
    const answer = await open.run(float);
    if (answer?.ok !== true) return;
    show({ text: t('open.done', { float: format.money(float) }), tone: 'success', seconds: 4 });
    const { supplements } = answer.value;
    if (supplements.length > 0)
      show({ text: t('open.supplements', { numbers: supplements.join(', ') }), seconds: 8 });
    onOpened?.();
  };
  return (
    <Form label={t('open.title')} onSubmit={() => void submit()}>
      <Row align="end" wrap>
        <MoneyField
          label={t('open.float')}
          value={float}
          onChange={(cents) => setTyped({ cents })}
          size={44}
          disabled={!may}
          autoFocus={autoFocus}
          error={tried && float === undefined ? t('open.floatMissing') : undefined}
        />
        <Button
          kind="primary"
          size={44}
          type="submit"
          hint="Enter"
          disabled={!may}
          busy={open.pending}
        >
          {t('open.button')}
        </Button>
      </Row>
      <RefusalNote refusal={open.refusal} />
      <FailureNote failure={open.failure} />
    </Form>
  );
}
