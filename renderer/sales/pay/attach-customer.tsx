import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/actions/button.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { useSelling } from '../selling-context.tsx';

export interface AttachCustomerProps {
  readonly title: string;
  readonly next: string;
  readonly tone?: 'info' | 'warning';
  readonly autoFocus?: boolean;
}

/** Why a name is needed, and the button that finds or adds it without leaving the payment. */
export function AttachCustomer({
  title,
  next,
  tone = 'info',
  autoFocus = false,
}: AttachCustomerProps) {
  return (
    <Note tone={tone} title={title} action={<ChooseCustomer autoFocus={autoFocus} />}>
      {next}
    </Note>
  );
}

export function ChooseCustomer({ autoFocus = false }: { readonly autoFocus?: boolean }) {
  const { t } = useTranslation('pay');
  const { openDialog } = useSelling();
  return (
    <Button hint="F4" autoFocus={autoFocus} onClick={() => openDialog({ kind: 'customer' })}>
      {t('fix.customer')}
    </Button>
  );
}
