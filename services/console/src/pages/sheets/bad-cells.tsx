import { useTranslation } from 'react-i18next';
import type { Desk } from '../../sheets/desk.ts';
import { criterionName } from './bounds.ts';
import { type Board, cellKey } from './use-board.ts';

const LISTED_MAX = 50;

/** Every cell that holds no mark, with the way to it. */
export const BadCellList = ({ desk, board }: Readonly<{ desk: Desk; board: Board }>) => {
  const { t } = useTranslation();
  const { bad } = board;
  if (bad.size === 0) return null;
  const all = desk.entries.flatMap((entry, row) =>
    desk.criteria.flatMap((criterion, column) => {
      const found = bad.get(cellKey(entry.entryId, criterion.id));
      return found === undefined ? [] : [{ row, column, criterion, found }];
    }),
  );
  return (
    <section className="note bad-cells" aria-labelledby="bad-cells">
      <h2 id="bad-cells" role="alert">
        {t('sheet.badTitle', { count: bad.size })}
      </h2>
      <ul>
        {all.slice(0, LISTED_MAX).map(({ row, column, criterion, found }) => (
          <li key={`${row} ${column}`}>
            <button type="button" className="linklike" onClick={() => board.go({ row, column })}>
              {t('sheet.badCell', {
                row: row + 1,
                criterion: criterionName(criterion),
                text: found.text,
                fault: t(`sheet.fault.${found.fault}`),
              })}
            </button>
          </li>
        ))}
      </ul>
      {all.length > LISTED_MAX && <p>{t('sheet.badMore', { count: all.length - LISTED_MAX })}</p>}
    </section>
  );
};
