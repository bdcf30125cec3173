import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { storeKey } from './changed-tables.ts';
import { failureOf, type Failure } from './failure.ts';
import type { Store } from './store-client.ts';
import { useStore } from './store-hooks.tsx';

const PAGE_ROWS = 100;

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

export interface StorePagesQuestion<Row> {
  /** Names the question with its arguments. */
  readonly key: readonly unknown[];
  /** Tables the rows are read from: a commit that touches one of them asks again. */
  readonly tables: readonly string[];
  readonly read: (
    store: Store,
    page: { readonly limit: number; readonly offset: number },
    signal: AbortSignal,
  ) => Promise<Page<Row>>;
}

export interface StorePages<Row> {
  /** Undefined until the first answer; the last question's rows while a changed one is being answered. */
  readonly rows: readonly Row[] | undefined;
  readonly total: number;
  readonly failure: Failure | undefined;
  /** True while the rows belong to what was asked before. */
  readonly stale: boolean;
  readonly again: () => void;
  /** Reads the next page, if there is one. */
  readonly more: () => void;
}

/** A long list, page by page as it is scrolled, and read again whenever what it read has changed. */
export function useStorePages<Row>(question: StorePagesQuestion<Row>): StorePages<Row> {
  const store = useStore();
  const pages = useInfiniteQuery({
    queryKey: storeKey(question.tables, question.key),
    queryFn: ({ pageParam, signal }) =>
      question.read(store, { limit: PAGE_ROWS, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const read = all.reduce((sum, page) => sum + page.rows.length, 0);
      return last.rows.length === 0 || read >= last.total ? undefined : read;
    },
    placeholderData: keepPreviousData,
  });
  const { data, error, hasNextPage, isFetching, fetchNextPage } = pages;
  // Asked for while the pages so far are being read again: read as soon as that is done.
  const wanted = useRef(false);
  const more = () => {
    wanted.current = isFetching;
    if (hasNextPage && !isFetching) void fetchNextPage();
  };
  useEffect(() => {
    if (isFetching || !wanted.current) return;
    wanted.current = false;
    if (hasNextPage) void fetchNextPage();
  }, [isFetching, hasNextPage, fetchNextPage]);
  return {
    rows: data?.pages.flatMap((page) => page.rows),
    total: data?.pages[0]?.total ?? 0,
    failure: error === null ? undefined : failureOf(error),
    stale: pages.isPlaceholderData,
    again: () => void pages.refetch(),
    more,
  };
}
