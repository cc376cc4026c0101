import type { Mark, Measure } from '../drawn.ts';
import { INK, MARGIN, SIZES, TEXT } from '../paper.ts';
import { plainLine } from '../plain-text.ts';
import type { OfficialDocument } from '../printed.ts';
import { breakLines } from '../typeset/break-lines.ts';
import { BOTTOM } from './flow.ts';
import { rule, textMark, type Type, widthIn, widths } from './set-text.ts';

const TYPE: Type = { face: 'body', size: SIZES.四号, spacing: 0 };
const PITCH = 24;
/** 首条和末条 0.35 mm, 中间 0.25 mm. */
const THICK = 1;
const THIN = 0.7;
const LEFT = MARGIN.left + SIZES.四号;
const RIGHT = MARGIN.left + TEXT.width - SIZES.四号;
const COPIES = '抄送：';

const line = (y: number, thickness: number): Mark =>
  rule({ x: MARGIN.left, y }, { x: MARGIN.left + TEXT.width, y }, { thickness, colour: INK });

const copyLines = (copies: string, measure: Measure): readonly string[] => {
  const text = plainLine(copies);
  if (text === '') return [];
  const room = RIGHT - LEFT - widthIn(measure, COPIES, TYPE);
  return breakLines(`${text}。`, { first: room, rest: room, widthOf: widths(measure, TYPE) });
};

/** Enough for what is usually there: three lines of copies. */
export const imprintHeight = ({ imprint, copies }: OfficialDocument): number =>
  imprint === null ? 0 : PITCH * (copies === '' ? 1 : 4);

/** 版记: at the very end of the text area, its last line upon its edge. */
export const imprintMarks = ({ imprint, copies }: OfficialDocument, measure: Measure): readonly Mark[] => {
  if (imprint === null) return [];
  const lines = copyLines(copies, measure);
  const top = BOTTOM - PITCH * (lines.length + 1);
  const base = (at: number): number => top + PITCH * (at + 0.7);
  const date = `${plainLine(imprint.date)}印发`;
  const indent = LEFT + widthIn(measure, COPIES, TYPE);
  return [
    line(top, THICK),
    ...lines.flatMap((text, at) => [
      ...(at === 0 ? [textMark(COPIES, { x: LEFT, y: base(0) }, TYPE)] : []),
      textMark(text, { x: indent, y: base(at) }, TYPE),
    ]),
    ...(lines.length === 0 ? [] : [line(top + PITCH * lines.length, THIN)]),
    textMark(plainLine(imprint.office), { x: LEFT, y: base(lines.length) }, TYPE),
    textMark(date, { x: RIGHT - widthIn(measure, date, TYPE), y: base(lines.length) }, TYPE),
    line(BOTTOM, THICK),
  ];
};
