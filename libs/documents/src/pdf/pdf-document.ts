import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import type { Face, Mark, Measure } from '../drawn.ts';
import { layOut } from '../layout/lay-out.ts';
import { INK } from '../paper.ts';
import { plainLine } from '../plain-text.ts';
import type { PrintedDocument } from '../printed.ts';

const fonts = createRequire(import.meta.url);

/** One open family in three weights stands for 仿宋, 小标宋 and 黑体: what a document looks like must not depend on a machine's fonts. */
const FILES: Readonly<Record<Face, string>> = {
  body: fonts.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  title: fonts.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  heading: fonts.resolve('@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf'),
};

/** How much of a code may be hidden or dirty and still be read: a quarter. */
const CORRECTION = 'Q';
const QUIET_MODULES = 4;

type Paper = InstanceType<typeof PDFDocument>;

const drawText = (paper: Paper, mark: Extract<Mark, { kind: 'text' }>): void => {
  if (mark.text === '') return;
  paper.font(mark.face).fontSize(mark.size).fillColor(mark.colour);
  paper.text(mark.text, mark.x, mark.y, {
    lineBreak: false,
    baseline: 'alphabetic',
    characterSpacing: mark.spacing,
  });
};

const drawRule = (paper: Paper, { x1, y1, x2, y2, thickness, colour }: Extract<Mark, { kind: 'rule' }>): void => {
  paper.moveTo(x1, y1).lineTo(x2, y2).lineWidth(thickness).lineCap('square').strokeColor(colour).stroke();
};

/** One path for the whole code, dark modules side by side as one rectangle. */
const drawQr = (paper: Paper, { x, y, side, text }: Extract<Mark, { kind: 'qr' }>): void => {
  const { data, size } = encode(text, { ecc: CORRECTION, border: QUIET_MODULES });
  const module = side / size;
  data.forEach((row, line) => {
    for (let from = 0; from < size; from++) {
      let to = from;
      while (row[to] === true) to += 1;
      if (to > from) paper.rect(x + from * module, y + line * module, (to - from) * module, module);
      from = to;
    }
  });
  paper.fillColor(INK).fill();
};

const draw = (paper: Paper, mark: Mark): void => {
  switch (mark.kind) {
    case 'text':
      return drawText(paper, mark);
    case 'rule':
      return drawRule(paper, mark);
    case 'qr':
      return drawQr(paper, mark);
  }
};

/** Everything is told at once: the file's own id is made of it, and of the clock where no moment is given. */
const newPaper = ({ title, madeAt }: PrintedDocument): Paper => {
  const at = new Date(madeAt);
  const info = { Title: plainLine(title), Creator: 'Jiangong', CreationDate: at, ModDate: at };
  const options = { autoFirstPage: false, pdfVersion: '1.7', lang: 'zh-CN', displayTitle: true } as const;
  const paper = new PDFDocument({ ...options, info });
  for (const [face, file] of Object.entries(FILES)) paper.registerFont(face, file);
  return paper;
};

const measureOn =
  (paper: Paper): Measure =>
  (text, face, size) =>
    paper.font(face).fontSize(size).widthOfString(text);

const bytesOf = (paper: Paper): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    paper.on('data', (part: Buffer) => parts.push(part));
    paper.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    paper.on('error', reject);
    paper.end();
  });

/** A document as PDF: equal documents give equal bytes. */
export const pdfOf = async (document: PrintedDocument): Promise<Uint8Array> => {
  const paper = newPaper(document);
  const drawn = layOut(document, measureOn(paper));
  paper.info.Author = drawn.author;
  for (const page of drawn.pages) {
    paper.addPage({ size: [drawn.width, drawn.height], margin: 0 });
    for (const mark of page) draw(paper, mark);
  }
  return bytesOf(paper);
};
