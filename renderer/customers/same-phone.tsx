import type { CustomerId } from '#shared/ids.ts';
import { digitsOf } from '#shared/search-text.ts';
import { useTranslation } from 'react-i18next';
import { useGo } from '../app/navigation.ts';
import { useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Note } from '../ui/messages/note.tsx';
import { isWholePhone } from './customer-form.ts';
import { useShortDay } from '../app/use-short-day.ts';

export interface SamePhoneProps {
  readonly phone: string;
  /** The customer being edited, who may of course have it. */
  readonly except: CustomerId | undefined;
}

/** Who else has this number, from its last digit on. Families share phones, so saving goes on. */
export function SamePhone({ phone, except }: SamePhoneProps) {
  const { t } = useTranslation('customers');
  const go = useGo();
  const shortDay = useShortDay();
  const { data: others = [] } = useStoreQuery({
    key: ['customers.samePhone', digitsOf(phone), except],
    tables: ['customer'],
    enabled: isWholePhone(phone),
    read: (store, signal) =>
      store.customers.samePhone(except === undefined ? { phone } : { phone, except }, { signal }),
  });
  return (
    <div className="customers-shared" role="status">
      {others.length === 0 ? null : (
        <Note tone="warning" title={t('samePhone.title', { count: others.length })}>
          {t('samePhone.next')}
          <ul className="customers-same">
            {others.map((other) => (
              <li key={other.customerId} className="ui-row" data-gap="8" data-apart="true">
                <span>
                  <b>{other.name}</b>
                  {[other.town, other.lastVisitOn === null ? '' : shortDay(other.lastVisitOn)]
                    .filter((part) => part !== '')
                    .map((part) => ` · ${part}`)}
                </span>
                <Button
                  label={t('samePhone.openLabel', { name: other.name })}
                  onClick={() => go(`/customers/${other.customerId}`)}
                >
                  {t('samePhone.open')}
                </Button>
              </li>
            ))}
          </ul>
        </Note>
      )}
    </div>
  );
}
