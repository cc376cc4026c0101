import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place, Size } from '../../sheets/grid-moves.ts';
import { moved } from '../../sheets/grid-moves.ts';
import type { Bad, Board } from './use-board.ts';

const isBlock = (text: string): boolean => /[\t\n]./u.test(text);
/** What browsers say of a key that an input method has taken. */
const OF_INPUT_METHOD = 229;

type Editing = Readonly<{
  board: Board;
  place: Place;
  size: Size;
  bad: Bad | undefined;
}>;

/** What is being typed into the cell, until it is left. */
const useTyping = ({ board, place, size, bad }: Editing) => {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string>();
  const { isEntered, write, go, undo } = board;
  useEffect(() => {
    if (!isEntered) return;
    input.current?.focus({ preventScroll: true });
    input.current?.select();
    input.current?.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isEntered]);
  const commit = (): boolean => {
    if (typed === undefined) return bad === undefined;
    setTyped(undefined);
    return write(place, typed);
  };
  /** Keys of a cell in which nothing has been typed yet; false: it is none of them. */
  const pressIdle = (key: string, ctrl: boolean): boolean => {
    if (ctrl && key.toLowerCase() === 'z') return undo() || true;
    return key === 'Delete' && (write(place, '') || true);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    // Enter of an input method chooses a word.
    if (event.nativeEvent.isComposing || event.keyCode === OF_INPUT_METHOD) return;
    const { key, shiftKey: shift } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    if (key === 'Escape') setTyped(undefined);
    if (typed === undefined && pressIdle(key, ctrl)) {
      event.preventDefault();
      return;
    }
    const next = moved(place, { key, ctrl, shift, isEdited: typed !== undefined }, size);
    if (next === null) return;
    event.preventDefault();
    // What is no mark stays under the fingers, to be typed over.
    if (commit() || typed === undefined) go(next);
    else input.current?.select();
  };
  return { input, typed, setTyped, commit, press };
};

/** The one editor of the sheet: it stands in the cell where one is, so that every input method writes there. */
export const CellEditor = ({
  text,
  label,
  boundsId,
  onPasted,
  ...editing
}: Editing &
  Readonly<{
    /** What stands in the cell. */
    text: string;
    label: string;
    boundsId: string;
    onPasted: (text: string) => void;
  }>) => {
  const { t } = useTranslation();
  const { bad, board, place } = editing;
  const { input, typed, setTyped, commit, press } = useTyping(editing);
  const isBad = bad !== undefined && typed === undefined;
  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const given = event.clipboardData.getData('text/plain');
    if (!isBlock(given)) return;
    event.preventDefault();
    setTyped(undefined);
    onPasted(given);
  };
  return (
    <>
      <input
        ref={input}
        className="cell-editor"
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        value={typed ?? bad?.text ?? text}
        aria-label={label}
        aria-describedby={boundsId}
        aria-invalid={isBad}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={press}
        onPaste={paste}
        onBlur={() => void commit()}
        onFocus={({ target }) => {
          board.go(place);
          target.select();
        }}
      />
      {isBad && (
        <span className="cell-fault" role="alert">
          {t(`sheet.fault.${bad.fault}`)}
        </span>
      )}
    </>
  );
};
