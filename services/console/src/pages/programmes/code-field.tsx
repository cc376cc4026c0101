import { type RefObject, useImperativeHandle, useMemo, useRef } from 'react';
import { gutterOf, lineAt } from './text-places.ts';

/** Goes to a line: the text is focused there, and the line selected. */
export type CodeHandle = Readonly<{ goTo: (line: number) => void }>;

/** Above what is jumped to, so many lines are still seen. */
const LINES_ABOVE = 4;

/** A plain field of text with the numbers of its lines: the browser's own, so that keys, input methods and readers know it. Tab leaves it. */
export const CodeField = ({
  id,
  value,
  marked,
  isInvalid,
  describedBy,
  handle,
  onType,
}: Readonly<{
  id: string;
  value: string;
  /** Lines in which something is wrong. */
  marked: ReadonlySet<number>;
  isInvalid: boolean;
  describedBy: string;
  handle: RefObject<CodeHandle | null>;
  onType: (text: string) => void;
}>) => {
  const field = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLPreElement>(null);
  const lines = useMemo(() => value.split('\n').length, [value]);
  const numbers = useMemo(() => gutterOf(lines, marked), [lines, marked]);
  useImperativeHandle(handle, () => ({
    goTo: (wanted) => {
      const area = field.current;
      if (area === null) return;
      const { from, to, line } = lineAt(area.value, wanted);
      area.focus({ preventScroll: true });
      area.setSelectionRange(from, to);
      area.scrollTop = (line - 1 - LINES_ABOVE) * Number.parseFloat(getComputedStyle(area).lineHeight);
      area.scrollLeft = 0;
      area.scrollIntoView({ block: 'nearest' });
    },
  }));
  return (
    <div className="code-field">
      <pre ref={gutter} className="code-numbers" aria-hidden="true">
        {numbers.map(({ from, text, isMarked }) =>
          isMarked ? (
            <b key={from} className="code-bad">
              {text}
            </b>
          ) : (
            <span key={from}>{text}</span>
          ),
        )}
      </pre>
      <textarea
        id={id}
        ref={field}
        className="code-text"
        value={value}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-invalid={isInvalid}
        aria-describedby={describedBy}
        onChange={({ target }) => onType(target.value)}
        onScroll={({ currentTarget }) => {
          if (gutter.current !== null) gutter.current.scrollTop = currentTarget.scrollTop;
        }}
      />
    </div>
  );
};
