import type { Schemas } from '../../api/client.ts';

export type Problem = Schemas['TemplateProblem'];

/** As libs/programmes has it: what is larger is not sent. */
export const TEXT_BYTES_MAX = 65_536;
/** From here on it is said that little room is left. */
const NEARLY = 0.9;

export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

export type Room = 'enough' | 'little' | 'none';
export const roomOf = (bytes: number): Room =>
  bytes > TEXT_BYTES_MAX ? 'none' : bytes > TEXT_BYTES_MAX * NEARLY ? 'little' : 'enough';

/** Line ends as browsers have them, without a byte order mark: what an editor of files put there. */
export const tidied = (text: string): string => text.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n');

/** The platform reads a text without the blanks at its ends: lines that are empty at the beginning are not counted there. */
export const placed = (text: string, problems: readonly Problem[]): readonly Problem[] => {
  const before = text.slice(0, text.length - text.trimStart().length).split('\n').length - 1;
  return before === 0 ? problems : problems.map((one) => (one.line === 0 ? one : { ...one, line: one.line + before }));
};

/** From where to where a line goes in the text; a line that is not there any more is the last one. */
export const lineAt = (text: string, line: number): Readonly<{ from: number; to: number; line: number }> => {
  const lines = text.split('\n');
  const at = Math.min(Math.max(line, 1), lines.length);
  const from = lines.slice(0, at - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return { from, to: from + (lines[at - 1] ?? '').length, line: at };
};

/** The numbers beside a text, in pieces that are marked or not: few, however long the text is. */
export const gutterOf = (
  lines: number,
  marked: ReadonlySet<number>,
): readonly Readonly<{ from: number; text: string; isMarked: boolean }>[] => {
  const pieces: { from: number; text: string; isMarked: boolean }[] = [];
  for (let line = 1; line <= lines; line += 1) {
    const isMarked = marked.has(line);
    const last = pieces.at(-1);
    if (last === undefined || last.isMarked !== isMarked) pieces.push({ from: line, text: `${line}\n`, isMarked });
    else last.text += `${line}\n`;
  }
  return pieces;
};
