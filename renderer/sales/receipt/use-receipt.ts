import type { PaperColumns, PaperLocale } from '#shared/documents/paper.ts';
import { receiptPaper, type ReceiptFacts } from '#shared/documents/receipt-paper.ts';
import type { Paper } from '#shared/documents/paper.ts';
import type { SaleId } from '#shared/ids.ts';
import { useTranslation } from 'react-i18next';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import type { Failure } from '../../store-client/failure.ts';

export interface ReceiptAnswer {
  readonly facts: ReceiptFacts | undefined;
  /** As the register's printer prints it: its language and its columns. */
  readonly paper: Paper | undefined;
  readonly columns: PaperColumns;
  /** True: there is no such sale. */
  readonly missing: boolean;
  readonly failure: Failure | undefined;
}

/** A receipt as it prints. Without a printer it is in the language of the window. */
export function useReceipt(saleId: SaleId): ReceiptAnswer {
  const { i18n } = useTranslation();
  const receipt = useStoreQuery({
    key: ['sales.receipt', saleId],
    tables: [
      'sale',
      'sale_void',
      'sale_correction',
      'payment_resolution',
      'store',
      'customer',
      'staff',
    ],
    read: (store) => store.sales.receipt({ saleId, copy: false }),
  });
  const settings = useStoreQuery({
    key: ['settings.get'],
    tables: ['setting', 'store', 'tax_rule', 'register_setting'],
    read: (store) => store.settings.get({}),
  });
  const printer = settings.data?.printer ?? undefined;
  const locale: PaperLocale = printer?.locale ?? (i18n.language === 'es' ? 'es' : 'en');
  const facts = receipt.data ?? undefined;
  // The printer's answer comes first, so that the paper does not change its width under the reader's eyes.
  const ready =
    facts !== undefined && (settings.data !== undefined || settings.failure !== undefined);
  return {
    facts,
    paper: ready ? receiptPaper(facts, locale) : undefined,
    columns: printer?.columns ?? 48,
    missing: receipt.data === null,
    failure: receipt.failure,
  };
}
