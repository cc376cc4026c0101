import type { Face, Mark, Measure } from '../drawn.ts';
import { CHARACTER_PITCH, INK, MARGIN, SIZES, TEXT } from '../paper.ts';
import { breakLines, type LineWidths } from '../typeset/break-lines.ts';

/** Body type is set a little closer than it is wide: 28 characters of 16 points do not fit 156 mm. */
export const BODY_SPACING = CHARACTER_PITCH - SIZES.三号;

export type Type = Readonly<{ face: Face; size: number; spacing: number; colour?: string }>;

export const BODY: Type = { face: 'body', size: SIZES.三号, spacing: BODY_SPACING };
export const HEADING: Type = { face: 'heading', size: SIZES.三号, spacing: BODY_SPACING };

export const widthIn = (measure: Measure, text: string, { face, size, spacing }: Type): number =>
  measure(text, face, size) + [...text].length * spacing;

/** Measured once a character. */
export const widths = (measure: Measure, type: Type): LineWidths['widthOf'] => {
  const known = new Map<string, number>();
  return (character) => {
    const width = known.get(character) ?? widthIn(measure, character, type);
    known.set(character, width);
    return width;
  };
};

export const textMark = (text: string, at: Readonly<{ x: number; y: number }>, type: Type): Mark => ({
  kind: 'text',
  text,
  ...at,
  face: type.face,
  size: type.size,
  colour: type.colour ?? INK,
  spacing: type.spacing,
});

/** The lines of a paragraph with its indent in characters, each with the place it begins at. */
export const paragraphLines = (
  measure: Measure,
  text: string,
  { type, indent }: Readonly<{ type: Type; indent: number }>,
): readonly Readonly<{ text: string; x: number }>[] => {
  const first = indent * CHARACTER_PITCH;
  // A hair more than the line: 28 characters are exactly as wide as it is.
  const lines = breakLines(text, {
    first: TEXT.width - first + 0.5,
    rest: TEXT.width + 0.5,
    widthOf: widths(measure, type),
  });
  return lines.map((line, at) => ({ text: line, x: MARGIN.left + (at === 0 ? first : 0) }));
};

export const rule = (
  from: Readonly<{ x: number; y: number }>,
  to: Readonly<{ x: number; y: number }>,
  { thickness, colour }: Readonly<{ thickness: number; colour: string }>,
): Mark => ({ kind: 'rule', x1: from.x, y1: from.y, x2: to.x, y2: to.y, thickness, colour });
