import './customer-screen.css';
import type { CustomerView } from '#shared/customer-display/view.ts';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../app/preferences.ts';
import { useFormat } from '../i18n/format.ts';
import { BrandMark } from '../ui/icons/icon.tsx';
import { UiProvider } from '../ui/theme/ui-provider.tsx';
import type { CustomerViews } from './customer-views.ts';

/** More would be too small to read from the other side of the counter; the newest are what one looks for. */
const SHOWN_LINES = 7;

/** What faces the customer: the sale as it grows, the total at 64 px, a thank-you. */
export function CustomerScreen({ views }: { readonly views: CustomerViews }) {
  const view = useSyncExternalStore(views.subscribe, views.current);
  const [{ scheme }] = usePreferences();
  const { t } = useTranslation('customer-display');
  const [title] = useState(t('title'));
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <UiProvider scheme={scheme}>
      <main className="customer" data-kind={view.kind}>
        <Shown view={view} />
      </main>
    </UiProvider>
  );
}

function Shown({ view }: { readonly view: CustomerView }) {
  const { t } = useTranslation('customer-display');
  const format = useFormat();
  switch (view.kind) {
    case 'idle':
      return (
        <>
          <BrandMark />
          <h1>{view.storeName}</h1>
          <p>{t('welcome')}</p>
        </>
      );
    case 'thanks':
      return (
        <>
          <BrandMark />
          <h1>{t('thanks')}</h1>
          <p>{view.storeName}</p>
          <dl className="customer-sums">
            <Sum label={t('paid')} amount={format.money(view.totalCents)} />
            {view.changeCents > 0 ? (
              <Sum label={t('change')} amount={format.money(view.changeCents)} large />
            ) : null}
          </dl>
        </>
      );
    case 'sale':
      return <Sale view={view} />;
  }
}

function Sale({ view }: { readonly view: Extract<CustomerView, { kind: 'sale' }> }) {
  const { t } = useTranslation('customer-display');
  const format = useFormat();
  const above = Math.max(0, view.lines.length - SHOWN_LINES);
  const back = view.totalCents < 0;
  return (
    <>
      <h1 className="ui-hidden">{t('title')}</h1>
      <ul className="customer-lines">
        {above > 0 ? <li className="customer-above">{t('more', { count: above })}</li> : null}
        {view.lines.slice(above).map((line, index) => (
          <li key={above + index}>
            <span className="customer-words">
              {Math.abs(line.quantityThousandths) === 1000
                ? line.words
                : `${format.count(line.quantityThousandths / 1000)} × ${line.words}`}
            </span>
            <span className="customer-amount">{format.money(line.amountCents)}</span>
          </li>
        ))}
      </ul>
      <dl className="customer-sums">
        {view.taxCents === 0 ? null : <Sum label={t('tax')} amount={format.money(view.taxCents)} />}
        <Sum label={back ? t('back') : t('total')} amount={format.money(view.totalCents)} large />
      </dl>
    </>
  );
}

interface SumProps {
  readonly label: string;
  readonly amount: string;
  readonly large?: boolean;
}

function Sum({ label, amount, large = false }: SumProps) {
  return (
    <div data-large={large}>
      <dt>{label}</dt>
      <dd>{amount}</dd>
    </div>
  );
}
