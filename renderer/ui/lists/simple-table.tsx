import './lists.css';
import type { ReactNode } from 'react';
import type { Column } from './data-table.tsx';

export interface SimpleTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The last line, one cell per column: sums. */
  readonly sum?: readonly ReactNode[];
}

/** A short table to read or to fill in: a drawer count, card terminals, deposits. */
export function SimpleTable<Row>({ label, columns, rows, rowKey, sum }: SimpleTableProps<Row>) {
  return (
    <table className="ui-simple-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              data-end={column.end ?? false}
              style={{ width: column.width }}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <td key={column.id} data-end={column.end ?? false}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
        {sum === undefined ? null : (
          <tr data-sum="true">
            {columns.map((column, index) => (
              <td key={column.id} data-end={column.end ?? false}>
                {sum[index]}
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}
