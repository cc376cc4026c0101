/** Kinds of type: body (仿宋), titles (小标宋), headings (黑体). Which font stands for each is the adapter's to say. */
export type Face = 'body' | 'title' | 'heading';

/** How wide a text is, in points, without spacing. */
export type Measure = (text: string, face: Face, size: number) => number;

/** One thing on a page. `y` of a text is its base line; `spacing` is added to each character. */
export type Mark =
  | Readonly<{
      kind: 'text';
      text: string;
      x: number;
      y: number;
      face: Face;
      size: number;
      colour: string;
      spacing: number;
    }>
  | Readonly<{ kind: 'rule'; x1: number; y1: number; x2: number; y2: number; thickness: number; colour: string }>
  | Readonly<{ kind: 'qr'; x: number; y: number; side: number; text: string }>;

export type DrawnPage = readonly Mark[];

/** A document as it stands on paper: every decision about where is taken. */
export type Drawn = Readonly<{
  width: number;
  height: number;
  pages: readonly DrawnPage[];
  title: string;
  author: string;
  madeAt: string;
}>;
