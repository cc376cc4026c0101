import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../components/names.ts';
import { useTell } from '../../components/told.tsx';
import type { Desk } from '../../sheets/desk.ts';
import type { Place } from '../../sheets/grid-moves.ts';
import { waitingIn } from '../../sheets/outbox.ts';
import type { Sheet } from '../../sheets/use-saver.ts';
import { BadCellList } from './bad-cells.tsx';
import { OwnNote } from './own-note.tsx';
import { ProjectBeside } from './project-beside.tsx';
import { Recuse } from './recuse.tsx';
import { SaverMark, SaverNotice } from './saver-mark.tsx';
import { Sealing } from './sealing.tsx';
import { SheetCard } from './sheet-card.tsx';
import { SheetFiles } from './sheet-files.tsx';
import { SheetGrid } from './sheet-grid.tsx';
import { type Board, useBoard } from './use-board.ts';
import { useIsNarrow } from './use-is-narrow.ts';

const Tools = ({
  desk,
  board,
  sheet,
  onSeal,
}: Readonly<{ desk: Desk; board: Board; sheet: Sheet; onSeal: () => void }>) => {
  const { t } = useTranslation();
  const { entries, criteria } = desk;
  const given = entries.map(({ entryId }) => Object.keys(board.marks[entryId] ?? {}).length);
  const scored = given.reduce((sum, count) => sum + count, 0);
  const wanted = entries.length * criteria.length;
  return (
    <div className="sheet-tools">
      <p>
        <progress value={scored} max={Math.max(wanted, 1)} aria-label={t('work.progress')} />{' '}
        {t('sheet.progress', { scored, wanted })} ·{' '}
        {t('sheet.entriesDone', {
          done: given.filter((count) => count === criteria.length).length,
          total: entries.length,
        })}
      </p>
      <SaverMark sheet={sheet} />
      <p className="row">
        <Button disabled={!board.canUndo} onClick={() => board.undo()}>
          {t('sheet.undo')}
        </Button>
        <Button disabled={scored === wanted} onClick={board.nextMissing}>
          {t('sheet.nextMissing')}
        </Button>
        <Button type="primary" onClick={onSeal}>
          {t('sealing.open')}
        </Button>
      </p>
    </div>
  );
};

const NotScored = ({ desk }: Readonly<{ desk: Desk }>) => {
  const { t } = useTranslation();
  if (desk.notScored.length === 0) return null;
  return (
    <details className="part">
      <summary>{t('sheet.notScored', { count: desk.notScored.length })}</summary>
      <ul>
        {desk.notScored.map(({ entryId, name, recused }) => (
          <li key={entryId}>
            {nameIn(name)} <span className="quiet">{t(`sheet.recused.${recused}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};

type Notes = Desk['notes'];

/** What belongs to the project of the line where one is. */
const Beside = ({
  desk,
  board,
  sheet,
  notes,
  setNotes,
  reread,
}: Readonly<{
  desk: Desk;
  board: Board;
  sheet: Sheet;
  notes: Notes;
  setNotes: (notes: Notes) => void;
  reread: () => void;
}>) => {
  const entry = desk.entries[board.place.row];
  if (entry === undefined) return null;
  const { entryId, title } = entry;
  const kept = (note: string): void => {
    const { [entryId]: _gone, ...rest } = notes;
    setNotes(note === '' ? rest : { ...rest, [entryId]: note });
  };
  return (
    <ProjectBeside key={entryId} entry={entry}>
      <OwnNote roundId={desk.roundId} entryId={entryId} note={notes[entryId] ?? ''} onKept={kept} />
      <Recuse roundId={desk.roundId} entryId={entryId} title={title} before={sheet.flush} onDone={reread} />
    </ProjectBeside>
  );
};

/** A sheet that is being filled in. */
export const OpenSheet = ({ desk, sheet, reread }: Readonly<{ desk: Desk; sheet: Sheet; reread: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const board = useBoard(desk, sheet);
  const isNarrow = useIsNarrow();
  const [notes, setNotes] = useState(desk.notes);
  const [isSealing, setSealing] = useState(false);
  const pasted = (text: string): void => {
    const { taken, outside } = board.paste(board.place, text);
    const said = taken === 0 ? t('sheet.pastedNothing') : t('sheet.pasted', { count: taken });
    tell(outside === 0 ? said : `${said} ${t('sheet.outside', { count: outside })}`);
  };
  const go = (place: Place): void => {
    setSealing(false);
    board.go(place);
  };
  const seal = async (): Promise<void> => {
    await sheet.flush();
    setSealing(true);
  };
  const sealed = async (): Promise<void> => {
    await sheet.end();
    tell(t('sealing.sealed'));
    reread();
  };
  return (
    <>
      <Tools desk={desk} board={board} sheet={sheet} onSeal={() => void seal()} />
      <SaverNotice desk={desk} sheet={sheet} reread={reread} />
      <BadCellList desk={desk} board={board} />
      {isSealing && (
        <Sealing
          desk={desk}
          badCount={board.bad.size}
          isSent={waitingIn(sheet.seen.outbox).length === 0}
          go={go}
          onBack={() => setSealing(false)}
          onSealed={() => void sealed()}
        />
      )}
      <div className={isSealing ? 'sheet-desk hidden' : 'sheet-desk'}>
        <div>
          {isNarrow ? (
            <SheetCard desk={desk} board={board} />
          ) : (
            <>
              <SheetGrid desk={desk} board={board} notes={notes} onPasted={pasted} />
              <p className="quiet">{t('sheet.help')}</p>
            </>
          )}
        </div>
        <Beside desk={desk} board={board} sheet={sheet} notes={notes} setNotes={setNotes} reread={reread} />
      </div>
      <SheetFiles desk={desk} flush={sheet.flush} go={go} reread={reread} />
      <NotScored desk={desk} />
    </>
  );
};
