import { readExchangeCode } from '#shared/documents/exchange-code.ts';
import type { CustomerSummary } from '#shared/customers/contract.ts';
import type { SaleId } from '#shared/ids.ts';
import type { ReturnableSale } from '#shared/sales/returns/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../app/answer-notes.tsx';
import { focusRow } from '../../app/list-filter.tsx';
import { useCommands } from '../../commands/command-context.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useScan } from '../../scanner/scan-context.tsx';
import { useStore, useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { DateField } from '../../ui/fields/date-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Money } from '../../ui/figures/money.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { List } from '../../ui/lists/list.tsx';
import { Chip } from '../../ui/messages/chip.tsx';
import { CustomerField } from './customer-field.tsx';
import { marksOf } from './sale-marks.ts';

export interface FindSaleProps {
  /** A stock number or code that was scanned or typed already. */
  readonly searched: string;
  readonly onFound: (saleId: SaleId, positions: readonly number[]) => void;
  readonly onBlind: () => void;
}

/** By receipt, stock number, customer and day, in any combination. A scan of a receipt opens its sale at once. */
export function FindSale({ searched, onFound, onBlind }: FindSaleProps) {
  const { t } = useTranslation('returns');
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(searched);
  const [customer, setCustomer] = useState<CustomerSummary>();
  const [businessDate, setBusinessDate] = useState<BusinessDate>();
  const found = useFoundSales({ text, customer, businessDate });
  const sales = found.data?.sales ?? [];
  const current = found.data?.text === text;
  const open = ({ saleId }: ReturnableSale) =>
    onFound(saleId, readExchangeCode(text)?.positions ?? []);
  const enter = () => {
    const [only, second] = sales;
    entered.current = !current;
    if (!current) return;
    if (only && !second) open(only);
    else focusRow(list.current);
  };
  // Enter was quicker than the store: it counts as soon as the answer is here.
  const entered = useRef(false);
  const latest = useRef(enter);
  latest.current = enter;
  useEffect(() => {
    if (current && entered.current) latest.current();
  }, [current]);
  useScannedSale(setText, onFound);
  useCommands([{ id: 'return.blind', chord: 'Alt+N', label: 'returns:keys.blind', run: onBlind }]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') enter();
    else if (event.key === 'ArrowDown') focusRow(list.current);
    else return;
    event.preventDefault();
  };
  return (
    <Stack gap={16}>
      <div className="return-find">
        <TextField
          label={t('find.text')}
          help={t('find.textHelp')}
          icon="search"
          size={44}
          value={text}
          onChange={setText}
          onKeyDown={onKeyDown}
          maxLength={80}
          autoFocus
        />
        <CustomerField customer={customer} onCustomer={setCustomer} />
        <DateField
          label={t('find.day')}
          value={businessDate}
          onChange={setBusinessDate}
          size={44}
        />
      </div>
      <FailureNote failure={found.failure} />
      <div ref={list} className="return-found">
        {sales.length > 0 ? (
          <List
            label={t('find.found')}
            rowHeight={48}
            rows={sales.map((sale) => ({
              key: sale.saleId,
              onOpen: () => open(sale),
              content: <SaleFound sale={sale} />,
            }))}
          />
        ) : null}
        {found.data !== undefined && sales.length === 0 ? (
          <Text as="p" tone="muted">
            {t('find.none')}
          </Text>
        ) : null}
      </div>
      <Row>
        <Button hint="Alt+N" size={44} onClick={onBlind}>
          {t('find.blind')}
        </Button>
      </Row>
    </Stack>
  );
}

interface SaleMarks {
  readonly text: string;
  readonly customer: CustomerSummary | undefined;
  readonly businessDate: BusinessDate | undefined;
}

function useFoundSales({ text, customer, businessDate }: SaleMarks) {
  const customerId = customer?.customerId;
  return useStoreQuery({
    key: ['returns.findSales', text.trim(), customerId, businessDate],
    tables: ['sale', 'sale_line', 'sale_void', 'sale_correction', 'piece'],
    keepLast: true,
    read: async (store) => ({
      text,
      sales: await store.returns.findSales({
        ...marksOf(text),
        ...(customerId !== undefined && { customerId }),
        ...(businessDate !== undefined && { businessDate }),
        limit: 30,
      }),
    }),
  });
}

/** A scan while the desk looks for a sale: a receipt opens it, a tag stands in the field. */
function useScannedSale(setText: (text: string) => void, onFound: FindSaleProps['onFound']): void {
  const store = useStore();
  useScan(({ code }) => {
    setText(code);
    void store.returns.findSales({ ...marksOf(code), limit: 2 }).then(([only, second]) => {
      if (only && !second) onFound(only.saleId, readExchangeCode(code)?.positions ?? []);
    });
  });
}

function SaleFound({ sale }: { readonly sale: ReturnableSale }) {
  const { t } = useTranslation('returns');
  const format = useFormat();
  return (
    <Row apart gap={16}>
      <Stack gap={0} grow>
        <Text strong clip>
          {[sale.number, sale.customerName].filter(Boolean).join(' · ')}
        </Text>
        <Text size="meta" tone="muted" clip>
          {[
            format.dateTime(sale.completedAtMs),
            sale.firstLine,
            sale.lineCount > 1 && t('find.more', { count: sale.lineCount - 1 }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Stack>
      {sale.returnable ? null : (
        <Chip tone="warning">{sale.voided ? t('find.void') : t('find.nothingLeft')}</Chip>
      )}
      <Money amount={sale.totalCents} />
    </Row>
  );
}
