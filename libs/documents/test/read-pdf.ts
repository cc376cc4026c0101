import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a scanner sees: white with dark dots. */
export type Pixels = Readonly<{ data: Uint8ClampedArray; side: number }>;
type Box = Readonly<{ left: number; top: number; width: number; height: number }>;

const PIXELS_A_MODULE = 4;
const QUIET_MODULES = 4;
/** The three eyes alone are more boxes than any other figure of ours has. */
const BOXES_OF_A_CODE_MIN = 20;
const MOVE_TO = 0;
const LINE_TO = 1;
const CLOSE = 4;

/** The rectangles of a filled path, as pdf.js tells it: numbers for steps, each followed by its point. */
const boxesOf = (path: ArrayLike<number>): readonly Box[] => {
  const boxes: Box[] = [];
  let [xs, ys]: [number[], number[]] = [[], []];
  for (let at = 0; at < path.length;) {
    const step = path[at];
    at += 1;
    if (step === MOVE_TO || step === LINE_TO) {
      xs.push(path[at] ?? 0);
      ys.push(path[at + 1] ?? 0);
      at += 2;
    } else if (step === CLOSE) {
      const [left, top] = [Math.min(...xs), Math.min(...ys)];
      boxes.push({ left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top });
      [xs, ys] = [[], []];
    } else return [];
  }
  return boxes;
};

const pixelsOf = (boxes: readonly Box[]): Pixels => {
  const module = Math.min(...boxes.map(({ height }) => height));
  const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
  const modules = Math.round((Math.max(...boxes.map((box) => box.left + box.width)) - left) / module);
  const side = (modules + 2 * QUIET_MODULES) * PIXELS_A_MODULE;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  const toPixel = (length: number): number => Math.round((length / module) * PIXELS_A_MODULE);
  for (const box of boxes) {
    const [x, y] = [
      toPixel(box.left - left) + QUIET_MODULES * PIXELS_A_MODULE,
      toPixel(box.top - top) + QUIET_MODULES * PIXELS_A_MODULE,
    ];
    for (let row = y; row < y + toPixel(box.height); row++)
      for (let column = x; column < x + toPixel(box.width); column++)
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
  }
  return { data, side };
};

type Pdf = Readonly<{
  /** The text of each page. */
  pages: readonly string[];
  /** The codes that are drawn on all pages, from the first on. */
  codes: readonly Pixels[];
  info: Readonly<Record<string, unknown>>;
}>;

/** Reads a PDF as a program does that knows nothing of how it was made. */
export const openPdf = async (bytes: Uint8Array): Promise<Pdf> => {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  const codes: Pixels[] = [];
  for (let at = 1; at <= pdf.numPages; at++) {
    const page = await pdf.getPage(at);
    const content = await page.getTextContent();
    pages.push(content.items.map((item) => ('str' in item ? item.str : '')).join('\n'));
    const { fnArray, argsArray } = await page.getOperatorList();
    fnArray.forEach((step, index) => {
      if (step !== OPS.constructPath) return;
      const [, [path]] = argsArray[index] as readonly [number, readonly [ArrayLike<number> | null]];
      const boxes = boxesOf(path ?? []);
      if (boxes.length >= BOXES_OF_A_CODE_MIN) codes.push(pixelsOf(boxes));
    });
  }
  const { info } = await pdf.getMetadata();
  await task.destroy();
  return { pages, codes, info: info as Record<string, unknown> };
};
