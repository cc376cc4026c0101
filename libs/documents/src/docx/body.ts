import { INK, LINE_PITCH, MARGIN, MM, RED, SIZES, TEXT } from '../paper.ts';
import { plainLine } from '../plain-text.ts';
import type { Attachment, Block, OfficialDocument } from '../printed.ts';
import { BODY, emptyLine, paragraph, run, type RunType, twips } from './runs.ts';

const HEADING: RunType = { ...BODY, font: 'heading' };
const TITLE: RunType = { font: 'title', size: SIZES.二号 };
const CELL: RunType = { font: 'body', size: SIZES.四号 };
const CELL_HEAD: RunType = { font: 'heading', size: SIZES.四号 };
const IMPRINT: RunType = { font: 'body', size: SIZES.四号 };
const TITLE_PITCH = 33;
const CELL_PITCH = 22;
const IMPRINT_PITCH = 24;
const MARK_SIZE_MAX = 54;
const MARK_SIZE_MIN = 16;
const MARK_TOP = 35 * MM;
const TWO_CHARACTERS = 200;
const FOUR_CHARACTERS = 400;

/** Full width characters: what the mark is wide is known without a font. */
const markSize = (mark: string): number =>
  Math.floor(Math.max(MARK_SIZE_MIN, Math.min(MARK_SIZE_MAX, TEXT.width / ([...mark].length + 0.5))));

const border = (side: string, thickness: number, colour: string): string =>
  `<w:${side} w:val="single" w:sz="${Math.round(thickness * 8)}" w:space="${side === 'bottom' ? 11 : 1}" w:color="${colour.slice(1)}"/>`;

const head = ({ mark, documentNumber }: OfficialDocument): readonly string[] => {
  const text = plainLine(mark);
  if (text === '') return [];
  const size = markSize(text);
  const red: RunType = { font: 'title', size, colour: RED };
  return [
    // Word leaves no space at the top of a page: an empty line as high as the space stands there.
    paragraph('', { pitch: MARK_TOP }),
    paragraph(run(text, red), { align: 'center', pitch: size * 1.15 }),
    emptyLine(),
    emptyLine(),
    paragraph(run(documentNumber, BODY), {
      align: 'center',
      borders: `<w:pBdr>${border('bottom', 1.5, RED)}</w:pBdr>`,
    }),
    emptyLine(),
    emptyLine(),
  ];
};

const blockParagraph = ({ kind, text }: Block): string =>
  kind === 'heading'
    ? paragraph(run(text, HEADING), { firstLine: TWO_CHARACTERS, keepNext: true })
    : paragraph(run(text, BODY), { firstLine: TWO_CHARACTERS });

const notes = ({ attachments }: OfficialDocument): readonly string[] => {
  const [first, ...more] = attachments.map(({ title }) => plainLine(title));
  if (first === undefined) return [];
  const look = { firstLine: TWO_CHARACTERS };
  if (more.length === 0) return [emptyLine(), paragraph(run(`附件：${first}`, BODY), look)];
  return [
    emptyLine(),
    paragraph(run(`附件：1．${first}`, BODY), look),
    ...more.map((title, at) => paragraph(run(`${at + 2}．${title}`, BODY), { firstLine: 500 })),
  ];
};

const signature = ({ signature: { issuer, date } }: OfficialDocument): readonly string[] => {
  // Centred over the date: as far from the edge as half of what the two differ by, when there is room.
  const [wide, short] = [[...plainLine(issuer)].length, [...plainLine(date)].length * 0.75];
  const right = Math.max(0, Math.round(FOUR_CHARACTERS - ((wide - short) / 2) * 100));
  const under = Math.max(FOUR_CHARACTERS, Math.round(((wide - short) / 2) * 100));
  return [
    emptyLine(),
    emptyLine(),
    ...(issuer === '' ? [] : [paragraph(run(issuer, BODY), { align: 'right', right, keepNext: true })]),
    paragraph(run(date, BODY), { align: 'right', right: issuer === '' ? FOUR_CHARACTERS : under }),
  ];
};

const cell = (text: string, look: Readonly<{ width: number; centre: boolean; type: RunType }>): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${look.width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${paragraph(run(text, look.type), { align: look.centre ? 'center' : 'left', pitch: CELL_PITCH, offGrid: true })}</w:tc>`;

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${INK.slice(1)}"/>`)
  .join('');

const table = ({ columns, rows }: Attachment): string => {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.round((twips(TEXT.width) * share) / whole));
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const headRow = columns
    .map(({ title }, at) => cell(title, { width: widths[at] ?? 0, centre: true, type: CELL_HEAD }))
    .join('');
  const bodyRows = rows.map((row) => {
    const cells = columns.map(({ align }, at) =>
      cell(row[at] ?? '', { width: widths[at] ?? 0, centre: align === 'centre', type: CELL }),
    );
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="${twips(TEXT.width)}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${headRow}</w:tr>${bodyRows.join('')}</w:tbl>`;
};

const attachment = (given: Attachment, label: string): readonly string[] => [
  paragraph(run(label, HEADING), { pageBreak: true }),
  emptyLine(),
  paragraph(run(given.title, TITLE), { align: 'center', pitch: TITLE_PITCH, keepNext: true, offGrid: true }),
  paragraph('', { pitch: LINE_PITCH / 2, keepNext: true, offGrid: true }),
  table(given),
  paragraph('', { pitch: 1, offGrid: true }),
];

const thinner = (side: string, thickness: number): string =>
  border(side, thickness, INK).replace('w:space="11"', 'w:space="0"');

/** 首条 and 末条 are 0.35 mm, the line between 0.25 mm. */
const IMPRINT_LINES = `${thinner('top', 1)}${thinner('bottom', 1)}${thinner('insideH', 0.75)}`;
const SHARE_OF_OFFICE = 0.6;

/** Lines of copies, by full width characters: enough to know where the table has to begin. */
const copyLines = (copies: string): number =>
  copies === '' ? 0 : Math.ceil((([...copies].length + 4) * SIZES.四号) / (TEXT.width - 2 * SIZES.四号));

const imprintCell = (
  text: string,
  look: Readonly<{ width: number; span?: number; align: 'left' | 'right' }>,
): string => {
  const span = look.span === undefined ? '' : `<w:gridSpan w:val="${look.span}"/>`;
  const side = look.align === 'left' ? { left: 100 } : { right: 100 };
  return `<w:tc><w:tcPr><w:tcW w:w="${look.width}" w:type="dxa"/>${span}</w:tcPr>${paragraph(run(text, IMPRINT), { ...side, align: look.align, pitch: IMPRINT_PITCH, offGrid: true })}</w:tc>`;
};

/** 版记: a table that floats at the lower edge of the text, on the last page. */
const imprint = ({ imprint: given, copies }: OfficialDocument): readonly string[] => {
  if (given === null) return [];
  const whole = twips(TEXT.width);
  const left = Math.round(whole * SHARE_OF_OFFICE);
  const top = MARGIN.top + TEXT.height - IMPRINT_PITCH * (copyLines(copies) + 1);
  const place = `<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="page" w:horzAnchor="page" w:tblpX="${twips(MARGIN.left)}" w:tblpY="${twips(top)}"/>`;
  const rows = [
    ...(copies === '' ? [] : [imprintCell(`抄送：${plainLine(copies)}。`, { width: whole, span: 2, align: 'left' })]),
    imprintCell(given.office, { width: left, align: 'left' }) +
      imprintCell(`${plainLine(given.date)}印发`, { width: whole - left, align: 'right' }),
  ];
  return [
    `<w:tbl><w:tblPr>${place}<w:tblW w:w="${whole}" w:type="dxa"/><w:tblBorders>${IMPRINT_LINES}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="${left}"/><w:gridCol w:w="${whole - left}"/></w:tblGrid>${rows.map((row) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${row}</w:tr>`).join('')}</w:tbl>`,
    // A table that floats stands beside what follows it: at the very end there has to be something.
    paragraph('', { pitch: 1, offGrid: true }),
  ];
};

/** What stands between the first page and the section's settings. */
export const bodyOf = (document: OfficialDocument): string => {
  const addressee = plainLine(document.addressee);
  return [
    ...head(document),
    paragraph(run(document.title, TITLE), { align: 'center', pitch: TITLE_PITCH, offGrid: true }),
    paragraph('', { pitch: LINE_PITCH }),
    ...(addressee === '' ? [] : [paragraph(run(`${addressee}：`, BODY))]),
    ...document.body.map(blockParagraph),
    ...notes(document),
    ...signature(document),
    ...document.attachments.flatMap((one, at, all) => attachment(one, all.length === 1 ? '附件' : `附件${at + 1}`)),
    ...imprint(document),
  ].join('');
};
