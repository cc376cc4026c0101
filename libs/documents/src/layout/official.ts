import type { Drawn, Mark, Measure } from '../drawn.ts';
import { A4, CHARACTER_PITCH, INK, LINE_PITCH, MARGIN, MM, RED, SIZES, TEXT } from '../paper.ts';
import { plainLine } from '../plain-text.ts';
import type { Block, OfficialDocument } from '../printed.ts';
import { balanceLines } from '../typeset/break-lines.ts';
import { placeAttachment } from './attachment.ts';
import { BOTTOM, type Flow, needs, newFlow, pagesOf, put, skip, takeLine } from './flow.ts';
import { imprintMarks, imprintHeight } from './imprint.ts';
import { BODY, HEADING, paragraphLines, rule, textMark, type Type, widthIn, widths } from './set-text.ts';

const CENTRE = MARGIN.left + TEXT.width / 2;
const RIGHT = MARGIN.left + TEXT.width;
/** 发文机关标志: its top is 35 mm below that of the text; as large as fits, at most 22 mm. */
const MARK_TOP = 35 * MM;
const MARK_SIZE_MAX = 54;
const MARK_SIZE_MIN = 16;
const MARK_SPACING = 1;
const TITLE: Type = { face: 'title', size: SIZES.二号, spacing: 0 };
const TITLE_PITCH = 33;

const centred = (flow: Flow, text: string, type: Type, y: number): Mark =>
  textMark(text, { x: CENTRE - widthIn(flow.measure, text, type) / 2, y }, type);

/** The red head: mark, number, line. */
const placeHead = (flow: Flow, { mark, documentNumber }: OfficialDocument): void => {
  const text = plainLine(mark);
  if (text === '') return;
  const wide = widthIn(flow.measure, text, { face: 'title', size: 1, spacing: 0 });
  const spacing = MARK_SPACING * [...text].length;
  const size = Math.max(MARK_SIZE_MIN, Math.min(MARK_SIZE_MAX, (TEXT.width - spacing) / wide));
  const type: Type = { face: 'title', size, spacing: MARK_SPACING, colour: RED };
  flow.y = MARGIN.top + MARK_TOP;
  put(flow, centred(flow, text, type, flow.y + size * 0.88));
  flow.y += size + 2 * LINE_PITCH;
  const y = takeLine(flow);
  put(flow, centred(flow, plainLine(documentNumber), BODY, y));
  flow.y = y + SIZES.三号 * 0.2 + 4 * MM;
  put(flow, rule({ x: MARGIN.left, y: flow.y }, { x: RIGHT, y: flow.y }, { thickness: 1.4, colour: RED }));
  flow.y += 2 * LINE_PITCH;
};

const placeTitle = (flow: Flow, title: string): void => {
  const lines = balanceLines(plainLine(title), { rest: TEXT.width, widthOf: widths(flow.measure, TITLE) });
  for (const line of lines) put(flow, centred(flow, line, TITLE, takeLine(flow, TITLE_PITCH)));
  skip(flow, 1);
};

const typeOf = ({ kind }: Block): Type => (kind === 'heading' ? HEADING : BODY);

/** What of the text stays with the signature, so that no page holds a signature alone. */
const KEPT_LINES = 2;

const placeBody = (flow: Flow, document: OfficialDocument, ending: number): void => {
  const addressee = plainLine(document.addressee);
  const blocks = [
    ...(addressee === '' ? [] : [{ text: `${addressee}：`, type: BODY, indent: 0 }]),
    ...document.body.map((block) => ({ text: plainLine(block.text), type: typeOf(block), indent: 2 })),
  ];
  const lines = blocks.flatMap(({ text, type, indent }) =>
    paragraphLines(flow.measure, text, { type, indent }).map((line, at, all) => ({
      ...line,
      type,
      // A heading stays with what it heads.
      keep: type === HEADING && at === all.length - 1,
    })),
  );
  lines.forEach(({ text, x, type, keep }, at) => {
    const left = lines.length - at;
    const kept = left <= KEPT_LINES ? left * LINE_PITCH + ending : (keep ? 2 : 1) * LINE_PITCH;
    needs(flow, left === KEPT_LINES || keep ? kept : LINE_PITCH);
    put(flow, textMark(text, { x, y: takeLine(flow) }, type));
  });
};

const attachmentNotes = ({ attachments }: OfficialDocument): readonly string[] => {
  const titles = attachments.map(({ title }) => plainLine(title));
  if (titles.length === 0) return [];
  if (titles.length === 1) return [`附件：${titles[0] ?? ''}`];
  return titles.map((title, at) => (at === 0 ? `附件：1．${title}` : `\u3000\u3000\u3000${at + 1}．${title}`));
};

const placeAttachmentNotes = (flow: Flow, document: OfficialDocument): void => {
  const notes = attachmentNotes(document);
  if (notes.length === 0) return;
  skip(flow, 1);
  for (const note of notes)
    for (const { text, x } of paragraphLines(flow.measure, note.replaceAll('\u3000', '　'), { type: BODY, indent: 2 }))
      put(
        flow,
        textMark(
          text,
          { x: text.startsWith('附件：') ? x : x + (notes.length > 1 ? 3 * CHARACTER_PITCH : 0), y: takeLine(flow) },
          BODY,
        ),
      );
};

/** 成文日期 four characters from the right, the issuer centred above it, or as far right as it fits. */
const placeSignature = (flow: Flow, { signature }: OfficialDocument): void => {
  skip(flow, 2);
  const [issuer, date] = [plainLine(signature.issuer), plainLine(signature.date)];
  const [wide, short] = [widthIn(flow.measure, issuer, BODY), widthIn(flow.measure, date, BODY)];
  const centre = Math.min(RIGHT - 4 * CHARACTER_PITCH - short / 2, RIGHT - wide / 2);
  if (issuer !== '')
    put(flow, textMark(issuer, { x: Math.max(MARGIN.left, centre - wide / 2), y: takeLine(flow) }, BODY));
  put(flow, textMark(date, { x: centre - short / 2, y: takeLine(flow) }, BODY));
};

const PAGE_NUMBER: Type = { face: 'body', size: SIZES.四号, spacing: 0 };

/** — 1 —, 7 mm below the text: odd pages on the right, even ones on the left, a character from the edge. */
const pageNumber = (flow: Flow, at: number): Mark => {
  const text = `— ${at + 1} —`;
  const inner = at % 2 === 0 ? RIGHT - SIZES.四号 - widthIn(flow.measure, text, PAGE_NUMBER) : MARGIN.left + SIZES.四号;
  return textMark(text, { x: inner, y: BOTTOM + 7 * MM + SIZES.四号 * 0.35 }, { ...PAGE_NUMBER, colour: INK });
};

const SIGNATURE_LINES = 4;

/** An official document on paper after GB/T 9704—2012. */
export const layOutOfficial = (document: OfficialDocument, measure: Measure): Drawn => {
  const flow = newFlow(measure);
  placeHead(flow, document);
  placeTitle(flow, document.title);
  const notes = attachmentNotes(document).length;
  placeBody(flow, document, (SIGNATURE_LINES + (notes === 0 ? 0 : notes + 1)) * LINE_PITCH);
  placeAttachmentNotes(flow, document);
  needs(flow, (SIGNATURE_LINES - 1) * LINE_PITCH);
  placeSignature(flow, document);
  document.attachments.forEach((attachment, at) =>
    placeAttachment(flow, attachment, document.attachments.length === 1 ? '附件' : `附件${at + 1}`),
  );
  needs(flow, imprintHeight(document) + LINE_PITCH / 2);
  put(flow, ...imprintMarks(document, measure));
  const pages = pagesOf(flow).map((marks, at) => [...marks, pageNumber(flow, at)]);
  const { title, signature, madeAt } = document;
  return {
    width: A4.short,
    height: A4.long,
    pages,
    title: plainLine(title),
    author: plainLine(signature.issuer),
    madeAt,
  };
};
