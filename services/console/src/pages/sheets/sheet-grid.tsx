import { memo, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../components/names.ts';
import type { Criterion } from '../../sheets/criteria.ts';
import type { Desk, DeskEntry } from '../../sheets/desk.ts';
import type { Row } from '../../sheets/marks.ts';
import { asWritten, pointsOf, writtenMark } from '../../sheets/written-mark.ts';
import { criterionName, useBounds } from './bounds.ts';
import { CellEditor } from './cell-editor.tsx';
import { type BadCells, type Board, cellKey } from './use-board.ts';

const NOTHING: Row = {};
const NONE_BAD: BadCells = new Map();

export const boundsId = ({ id }: Criterion): string => `bounds-${id}`;

const totalOf = (criteria: readonly Criterion[], marks: Row): string =>
  asWritten(
    criteria.reduce((sum, criterion) => {
      const mark = marks[criterion.id];
      return sum + (mark === undefined ? 0 : pointsOf(criterion, mark));
    }, 0),
  );

const Head = ({ desk }: Readonly<{ desk: Desk }>) => {
  const { t } = useTranslation();
  const bounds = useBounds();
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col" className="sheet-number">
          {t('sheet.number')}
        </th>
        <th role="columnheader" scope="col" className="sheet-project">
          {t('sheet.project')}
        </th>
        {desk.criteria.map((criterion) => (
          <th key={criterion.id} role="columnheader" scope="col" className="sheet-criterion">
            {criterionName(criterion)}
            <span className="sheet-bounds" id={boundsId(criterion)}>
              {bounds(criterion)}
            </span>
          </th>
        ))}
        <th role="columnheader" scope="col" className="sheet-total">
          {t('sheet.total')}
        </th>
      </tr>
    </thead>
  );
};

type LineProps = Readonly<{
  entry: DeskEntry;
  row: number;
  rows: number;
  criteria: readonly Criterion[];
  marks: Row;
  bad: BadCells;
  hasNote: boolean;
  /** Of the line where one is: the whole board; else null, so that nothing of it is drawn anew. */
  board: Board | null;
  onPasted: (text: string) => void;
}>;

const Line = memo(({ entry, row, rows, criteria, marks, bad, hasNote, board, onPasted }: LineProps) => {
  const { t } = useTranslation();
  const size = { rows, columns: criteria.length };
  return (
    <tr role="row" className={board === null ? undefined : 'here'} aria-selected={board !== null} data-row={row}>
      <td role="gridcell" className="sheet-number">
        {row + 1}
      </td>
      <th role="rowheader" scope="row" className="sheet-project">
        <span className="sheet-title">{entry.title}</span>
        <span className="quiet">
          {nameIn(entry.unit)}
          {hasNote && ` · ${t('beside.noteTag')}`}
        </span>
      </th>
      {criteria.map((criterion, column) => {
        const mark = marks[criterion.id];
        const wrong = bad.get(cellKey(entry.entryId, criterion.id));
        const text = mark === undefined ? '' : writtenMark(criterion, mark);
        const isHere = board?.place.column === column;
        return (
          <td
            key={criterion.id}
            role="gridcell"
            data-column={column}
            className={wrong === undefined ? 'sheet-cell' : 'sheet-cell bad'}
            title={wrong === undefined || isHere ? undefined : t(`sheet.fault.${wrong.fault}`)}
          >
            {isHere && board !== null ? (
              <CellEditor
                board={board}
                place={{ row, column }}
                size={size}
                text={text}
                bad={wrong}
                label={t('sheet.cell', { project: entry.title, criterion: criterionName(criterion) })}
                boundsId={boundsId(criterion)}
                onPasted={onPasted}
              />
            ) : (
              (wrong?.text ?? text)
            )}
          </td>
        );
      })}
      <td role="gridcell" className="sheet-total">
        {Object.keys(marks).length === 0 ? '' : totalOf(criteria, marks)}
      </td>
    </tr>
  );
});

/** The sheet as a table: one line a project, one column a criterion, one editor. */
export const SheetGrid = ({
  desk,
  board,
  notes,
  onPasted,
}: Readonly<{
  desk: Desk;
  board: Board;
  notes: Readonly<Record<string, string>>;
  onPasted: (text: string) => void;
}>) => {
  const { t } = useTranslation();
  const { entries, criteria } = desk;
  // A line without bad cells is given the same object as long as it has none, so that it is not drawn anew.
  const wrong = new Set([...board.bad.keys()].map((key) => key.split(' ')[0]));
  const point = ({ target }: PointerEvent): void => {
    const cell = (target as Element).closest('td, th');
    const row = Number(cell?.closest('tr')?.dataset['row'] ?? Number.NaN);
    if (!Number.isInteger(row) || !(cell instanceof HTMLElement)) return;
    const column = Number(cell.dataset['column'] ?? board.place.column);
    board.go({ row, column });
  };
  return (
    <div className="sheet-scroll">
      {/* A click where no cell is goes to that line. */}
      <table
        className="sheet-grid"
        role="grid"
        aria-label={t('sheet.grid')}
        aria-rowcount={entries.length + 1}
        onPointerUp={point}
      >
        <Head desk={desk} />
        <tbody role="rowgroup">
          {entries.map((entry, row) => (
            <Line
              key={entry.entryId}
              entry={entry}
              row={row}
              rows={entries.length}
              criteria={criteria}
              marks={board.marks[entry.entryId] ?? NOTHING}
              bad={wrong.has(entry.entryId) ? board.bad : NONE_BAD}
              hasNote={notes[entry.entryId] !== undefined}
              board={board.place.row === row ? board : null}
              onPasted={onPasted}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
};
