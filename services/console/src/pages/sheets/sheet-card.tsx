import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../components/names.ts';
import type { Criterion } from '../../sheets/criteria.ts';
import type { Desk } from '../../sheets/desk.ts';
import { writtenMark } from '../../sheets/written-mark.ts';
import { criterionName, useBounds } from './bounds.ts';
import { type Bad, type Board, cellKey } from './use-board.ts';

const Field = ({
  board,
  row,
  column,
  criterion,
  mark,
  bad,
}: Readonly<{
  board: Board;
  row: number;
  column: number;
  criterion: Criterion;
  mark: number | undefined;
  bad: Bad | undefined;
}>) => {
  const { t } = useTranslation();
  const bounds = useBounds();
  const held = bad?.text ?? (mark === undefined ? '' : writtenMark(criterion, mark));
  const [typed, setTyped] = useState<string>();
  useEffect(() => setTyped(undefined), [held]);
  const id = `card-${criterion.id}`;
  return (
    <div className="card-field">
      <label htmlFor={id}>
        {criterionName(criterion)}
        <span className="quiet" id={`${id}-bounds`}>
          {bounds(criterion)}
        </span>
      </label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        value={typed ?? held}
        aria-describedby={`${id}-bounds`}
        aria-invalid={bad !== undefined && typed === undefined}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => {
          if (typed === undefined) return;
          board.write({ row, column }, typed);
          setTyped(undefined);
        }}
      />
      {bad !== undefined && typed === undefined && (
        <span className="cell-fault" role="alert">
          {t(`sheet.fault.${bad.fault}`)}
        </span>
      )}
    </div>
  );
};

/** On a phone: one project a card. */
export const SheetCard = ({ desk, board }: Readonly<{ desk: Desk; board: Board }>) => {
  const { t } = useTranslation();
  const { row, column } = board.place;
  const { entries, criteria } = desk;
  const entry = entries[row];
  if (entry === undefined) return null;
  const to = (next: number) => board.go({ row: next, column });
  return (
    <section className="part sheet-card" aria-labelledby="card-title">
      <p className="quiet">{t('panel.entryOf', { number: row + 1, total: entries.length })}</p>
      <h2 id="card-title">{entry.title}</h2>
      <p className="quiet">{nameIn(entry.unit)}</p>
      <fieldset>
        <legend className="unseen">{entry.title}</legend>
        {criteria.map((criterion, at) => (
          <Field
            key={`${entry.entryId} ${criterion.id}`}
            board={board}
            row={row}
            column={at}
            criterion={criterion}
            mark={board.marks[entry.entryId]?.[criterion.id]}
            bad={board.bad.get(cellKey(entry.entryId, criterion.id))}
          />
        ))}
      </fieldset>
      <p className="row">
        <Button disabled={row === 0} onClick={() => to(row - 1)}>
          {t('beside.previous')}
        </Button>
        <Button type="primary" disabled={row === entries.length - 1} onClick={() => to(row + 1)}>
          {t('beside.next')}
        </Button>
      </p>
    </section>
  );
};
