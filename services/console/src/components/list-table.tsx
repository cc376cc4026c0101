import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type Column<Row> = Readonly<{
  key: string;
  title: string;
  /** The row's own name: its header, and the first line of its card on a phone. */
  isHead?: true;
  isNumber?: true;
  cell: (row: Row) => ReactNode;
}>;

/** One table for all lists: a real one, which becomes cards where there is no room for columns. */
export const ListTable = <Row,>({
  label,
  columns,
  rows,
  keyOf,
}: Readonly<{
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}>) => (
  // Roles stand here once more: a table that is laid out as cards is none any longer for those who hear it.
  <table className="list" role="table" aria-label={label}>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map(({ key, title, isNumber }) => (
          <th key={key} role="columnheader" scope="col" className={isNumber ? 'number' : undefined}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row) => (
        <tr key={keyOf(row)} role="row">
          {columns.map(({ key, title, isHead, isNumber, cell }) =>
            isHead ? (
              <th key={key} role="rowheader" scope="row">
                {cell(row)}
              </th>
            ) : (
              <td key={key} role="cell" data-title={title} className={isNumber ? 'number' : undefined}>
                {cell(row)}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
);

type Pages = Readonly<{ hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }>;

/** How many there are, and the way to more of them. */
export const ListFoot = ({ pages, shown, total }: Readonly<{ pages: Pages; shown: number; total: number }>) => {
  const { t } = useTranslation();
  return (
    <div className="list-foot">
      <p role="status">{t('shown', { shown, total })}</p>
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more', { count: Math.min(50, total - shown) })}
        </Button>
      )}
    </div>
  );
};
