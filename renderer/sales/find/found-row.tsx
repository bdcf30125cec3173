import type { CustomerSummary } from '#shared/customers/contract.ts';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../../i18n/format.ts';
import { Key } from '../../ui/actions/key.tsx';
import { Money } from '../../ui/figures/money.tsx';
import { Icon } from '../../ui/icons/icon.tsx';
import { Text } from '../../ui/layout/text.tsx';
import type { Found } from './found.ts';
import './find.css';

/** One thing found: what it is at the left, what tells it apart beside it, its amount at the right. */
export function FoundRow({ item }: { readonly item: Found }) {
  const { t } = useTranslation('sell');
  const format = useFormat();
  switch (item.kind) {
    case 'customer':
      return <CustomerFound customer={item.customer} />;
    case 'piece':
      return (
        <div className="found">
          <Icon name="tag" />
          <span className="found-words">
            <Text strong clip>
              {item.piece.description}
            </Text>
            <Text size="meta" tone="muted" clip>
              {`${item.piece.stockNumber} · ${t(`status.${item.piece.status}`)}`}
            </Text>
          </span>
          <Money amount={item.piece.tagPriceCents} />
        </div>
      );
    case 'sale':
      return (
        <div className="found">
          <Icon name="receipt" />
          <span className="found-words">
            <Text strong clip>
              {item.sale.voided ? `${item.sale.number} · ${t('voided')}` : item.sale.number}
            </Text>
            <Text size="meta" tone="muted" clip>
              {`${item.sale.firstLine} · ${format.dateTime(item.sale.completedAtMs)}`}
            </Text>
          </span>
          <Money amount={item.sale.totalCents} />
        </div>
      );
    case 'command':
      return (
        <div className="found">
          <Icon name="forward" />
          <Text clip>{item.command.words[0]}</Text>
          {item.command.chord === undefined ? null : <Key chord={item.command.chord} />}
        </div>
      );
  }
}

/** Name, then town, last four digits and last visit: what tells two people of one name apart. */
export function CustomerFound({ customer }: { readonly customer: CustomerSummary }) {
  const { t } = useTranslation('sell');
  const format = useFormat();
  const { name, town, phoneLast4, lastVisitOn } = customer;
  const lastHere = lastVisitOn && t('customer.lastHere', { date: shortDay(lastVisitOn, format) });
  const facts = [town, phoneLast4 && `··${phoneLast4}`, lastHere];
  return (
    <div className="found">
      <Icon name="customer" />
      <span className="found-words">
        <Text strong clip>
          {name}
        </Text>
        <Text size="meta" tone="muted" clip>
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </span>
    </div>
  );
}

/** A business date without its year, where that is this one. */
export function shortDay(businessDate: string, format: Format): string {
  return format.day(Date.parse(`${businessDate}T12:00:00`), Date.now());
}
