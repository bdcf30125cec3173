import type { Paper, PaperColumns, PaperLocale } from '#shared/documents/paper.ts';
import type { PaperWish } from '#shared/printing/paper-wish.ts';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../store-client/failure.ts';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';

export interface PaperAnswer {
  /** As it prints: in the customer's language, else in the printer's. Undefined until it is read. */
  readonly paper: Paper | undefined;
  readonly columns: PaperColumns;
  /** True: what the paper is about is not there. */
  readonly missing: boolean;
  readonly failure: Failure | undefined;
}

/** Any paper of the store, as it prints. Without a printer it is in the language of the window. */
export function usePaper(wish: PaperWish): PaperAnswer {
  const { i18n } = useTranslation();
  const settings = useStoreQuery({
    key: ['settings.get'],
    tables: ['setting', 'store', 'register_setting'],
    read: (store) => store.settings.get({}),
  });
  const printer = settings.data?.printer ?? undefined;
  const locale: PaperLocale = printer?.locale ?? (i18n.language === 'es' ? 'es' : 'en');
  const paper = useStoreQuery({
    key: ['printing.paper', wish, locale],
    tables: [],
    // The printer's answer comes first, so that the paper does not change its language under the reader's eyes.
    enabled: settings.data !== undefined || settings.failure !== undefined,
    read: (store) =>
      store.printing.paper({
        ...wish,
        options: {
          ...wish.options,
          ...(wish.options.positions && { positions: [...wish.options.positions] }),
        },
        copy: false,
        locale,
      }),
  });
  return {
    paper: paper.data ?? undefined,
    columns: printer?.columns ?? 48,
    missing: paper.data === null,
    failure: paper.failure,
  };
}
