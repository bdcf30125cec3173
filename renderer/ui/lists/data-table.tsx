import './lists.css';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { nextIndex } from './roving.ts';

export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Amounts and counts stand at the right. */
  readonly end?: boolean;
  /** A CSS grid width; left out, the column shares what is left. */
  readonly width?: string;
}

export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly chosenKey?: string;
  readonly rowHeight?: 32 | 40 | 48;
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode;
  /** The last rows came into sight: fetch the next page. Sorting and paging are the store's work. */
  readonly onNearEnd?: () => void;
}

/** Rows of one kind, thousands if need be: only those in sight are in the page. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowHeight = 40, empty, onNearEnd } = props;
  const body = useRef<HTMLDivElement>(null);
  // Coming back to a list, one is where one left it.
  const [start] = useState(() => Math.max(0, indexOfChosen(props)));
  const [at, setAt] = useState(start);
  const [moved, setMoved] = useState(0);
  const stop = Math.min(at, Math.max(rows.length - 1, 0));
  const rowPx = useRowPx(rowHeight);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => body.current,
    estimateSize: () => rowPx,
    initialOffset: Math.max(0, (start - ROWS_ABOVE) * rowPx),
    overscan: 8,
    // The row with the focus stays in the page, else focus would fall out of the table while scrolling.
    rangeExtractor: (range) => withStop(defaultRangeExtractor(range), stop),
  });
  const shown = virtual.getVirtualItems();
  const lastShown = virtual.range?.endIndex ?? 0;
  const scrolls = virtual.getTotalSize() > (virtual.scrollRect?.height ?? Infinity);
  const nearEnd = useEffectEvent(() => {
    if (rows.length > 0 && lastShown >= rows.length - 8) onNearEnd?.();
  });
  useEffect(() => nearEnd(), [lastShown, rows.length]);
  const focusStop = useEffectEvent(() => {
    const row = body.current?.querySelector<HTMLElement>(`[data-index="${stop}"]`);
    if (moved > 0) row?.focus({ preventScroll: true });
  });
  useEffect(() => focusStop(), [moved]);
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((body.current?.clientHeight ?? 0) / rowPx) - 1);
    const next = nextIndex(event.key, stop, rows.length, page);
    if (next !== undefined) {
      event.preventDefault();
      setAt(next);
      virtual.scrollToIndex(next);
      setMoved((times) => times + 1);
      return;
    }
    const row = rows[stop];
    // With Ctrl it is the screen's main act, wherever the focus stands.
    if (event.key !== 'Enter' || event.ctrlKey || row === undefined || !props.onOpen) return;
    event.preventDefault();
    props.onOpen(row);
  };
  const template = {
    gridTemplateColumns: columns.map((column) => column.width ?? 'minmax(0, 1fr)').join(' '),
  };
  return (
    <div
      className="ui-table"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      data-scrolls={scrolls}
    >
      <div className="ui-table-head" role="row" aria-rowindex={1} style={template}>
        {columns.map((column) => (
          <span
            key={column.id}
            className="ui-table-cell"
            role="columnheader"
            data-end={column.end ?? false}
          >
            {column.head}
          </span>
        ))}
      </div>
      <div ref={body} className="ui-table-body" role="rowgroup" onKeyDown={onKeyDown}>
        {rows.length === 0 ? <EmptyBody>{empty}</EmptyBody> : null}
        <div role="presentation" style={{ height: virtual.getTotalSize() }}>
          {shown.map((item) => (
            <TableRow
              key={item.key}
              table={props}
              index={item.index}
              stop={item.index === stop}
              place={{ ...template, height: item.size, transform: `translateY(${item.start}px)` }}
              onStop={() => setAt(item.index)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface TableRowProps<Row> {
  readonly table: DataTableProps<Row>;
  readonly index: number;
  readonly stop: boolean;
  readonly place: CSSProperties;
  readonly onStop: () => void;
}

function TableRow<Row>({ table, index, stop, place, onStop }: TableRowProps<Row>) {
  const row = table.rows[index];
  if (row === undefined) return null;
  return (
    <div
      className="ui-table-row"
      role="row"
      style={place}
      data-index={index}
      data-own-enter
      aria-rowindex={index + 2}
      aria-selected={table.chosenKey !== undefined && table.rowKey(row) === table.chosenKey}
      tabIndex={stop ? 0 : -1}
      onFocus={onStop}
      onClick={() => table.onOpen?.(row)}
    >
      {table.columns.map((column) => (
        <span
          key={column.id}
          className="ui-table-cell"
          role="gridcell"
          data-end={column.end ?? false}
        >
          {column.cell(row)}
        </span>
      ))}
    </div>
  );
}

/** Rows left in sight above the one a list begins at. */
const ROWS_ABOVE = 4;

function indexOfChosen<Row>({ rows, rowKey, chosenKey }: DataTableProps<Row>): number {
  return chosenKey === undefined ? 0 : rows.findIndex((row) => rowKey(row) === chosenKey);
}

function EmptyBody({ children }: { readonly children: ReactNode }) {
  return (
    <div role="row">
      <div role="gridcell">{children}</div>
    </div>
  );
}

function withStop(indexes: number[], stop: number): number[] {
  return indexes.includes(stop) ? indexes : [...indexes, stop].toSorted((a, b) => a - b);
}

/** Row heights are the theme's, in rem and by density, and pixels in the arithmetic of scrolling. */
function useRowPx(rowHeight: number): number {
  const [px] = useState(() => {
    const root = getComputedStyle(document.documentElement);
    const rem = Number.parseFloat(root.getPropertyValue(`--row-${rowHeight}`));
    return (Number.isNaN(rem) ? rowHeight / 16 : rem) * Number.parseFloat(root.fontSize);
  });
  return px;
}
