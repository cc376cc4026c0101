import { SIZES } from '../paper.ts';
import { escaped } from './xml.ts';

/** Fonts as GB/T 9704—2012 names them; where a machine has none of them it takes what styles.xml says stands for them. */
export const FONTS = {
  body: '仿宋_GB2312',
  title: '方正小标宋_GBK',
  heading: '黑体',
  number: '宋体',
} as const;
export type Font = keyof typeof FONTS;

const LATIN = 'Times New Roman';

/** `closer`: 28 characters of 16 points do not fit 156 mm, so the body is set closer, in twentieths of a point. */
export type RunType = Readonly<{ font: Font; size: number; colour?: string; closer?: number }>;
export const CLOSER = 5;
export const BODY: RunType = { font: 'body', size: SIZES.三号, closer: CLOSER };

/** Sizes are half points, colours hex without a hash. */
export const runProperties = ({ font, size, colour, closer }: RunType): string => {
  const latin = font === 'number' ? FONTS.number : LATIN;
  const fonts = `<w:rFonts w:hint="eastAsia" w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${FONTS[font]}" w:cs="${latin}"/>`;
  const shade = colour === undefined ? '' : `<w:color w:val="${colour.slice(1)}"/>`;
  const spaced = closer === undefined ? '' : `<w:spacing w:val="-${closer}"/>`;
  return `<w:rPr>${fonts}${shade}${spaced}<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr>`;
};

export const run = (text: string, type: RunType): string =>
  `<w:r>${runProperties(type)}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** Twentieths of a point. */
export const twips = (points: number): number => Math.round(points * 20);

export type ParagraphLook = Readonly<{
  align?: 'left' | 'center' | 'right';
  /** In hundredths of a character. */
  firstLine?: number;
  left?: number;
  right?: number;
  /** An exact pitch in points; else the grid's. */
  pitch?: number;
  before?: number;
  keepNext?: boolean;
  pageBreak?: boolean;
  borders?: string;
  /** Stands where it stands, not on the lines of the page. */
  offGrid?: boolean;
}>;

/** Hundredths of a character of body type, in twentieths of a point: for programs that know no characters. */
const hundredths = (characters: number): number => Math.round((characters * SIZES.三号 * 20) / 100);

const indents = ({ firstLine, left, right }: ParagraphLook): string => {
  const parts = [
    ...(left === undefined ? [] : [`w:leftChars="${left}" w:left="${hundredths(left)}"`]),
    ...(right === undefined ? [] : [`w:rightChars="${right}" w:right="${hundredths(right)}"`]),
    ...(firstLine === undefined ? [] : [`w:firstLineChars="${firstLine}" w:firstLine="${hundredths(firstLine)}"`]),
  ];
  return parts.length === 0 ? '' : `<w:ind ${parts.join(' ')}/>`;
};

const spacing = ({ pitch, before }: ParagraphLook): string => {
  const parts = [
    ...(before === undefined ? [] : [`w:before="${twips(before)}"`]),
    ...(pitch === undefined ? [] : [`w:line="${twips(pitch)}" w:lineRule="exact"`]),
  ];
  return parts.length === 0 ? '' : `<w:spacing ${parts.join(' ')}/>`;
};

/** A paragraph; its properties stand in the order that the schema asks for. */
export const paragraph = (runs: string, look: ParagraphLook = {}): string => {
  const properties = [
    look.keepNext === true ? '<w:keepNext/>' : '',
    look.pageBreak === true ? '<w:pageBreakBefore/>' : '',
    look.borders ?? '',
    look.offGrid === true ? '<w:snapToGrid w:val="0"/>' : '',
    spacing(look),
    indents(look),
    look.align === undefined ? '' : `<w:jc w:val="${look.align}"/>`,
  ].join('');
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
};

export const emptyLine = (): string => paragraph('', {});
