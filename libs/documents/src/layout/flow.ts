import type { DrawnPage, Mark, Measure } from '../drawn.ts';
import { LINE_PITCH, MARGIN, TEXT } from '../paper.ts';

export const BOTTOM = MARGIN.top + TEXT.height;
/** Where in its line a base line lies. */
const BASE_LINE = 0.72;

/** Pages that fill from above; `y` is the top of what comes next. */
export type Flow = {
  readonly measure: Measure;
  readonly pages: Mark[][];
  y: number;
};

export const newFlow = (measure: Measure): Flow => ({ measure, pages: [[]], y: MARGIN.top });

export const put = (flow: Flow, ...marks: readonly Mark[]): void => {
  flow.pages.at(-1)?.push(...marks);
};

export const nextPage = (flow: Flow): void => {
  flow.pages.push([]);
  flow.y = MARGIN.top;
};

/** Goes to the next page where less than this is left; a hair is no difference. */
export const needs = (flow: Flow, height: number): void => {
  if (flow.y + height > BOTTOM + 0.5) nextPage(flow);
};

/** A line's base line, and the line is used up. */
export const takeLine = (flow: Flow, pitch: number = LINE_PITCH): number => {
  needs(flow, pitch);
  const y = flow.y + pitch * BASE_LINE;
  flow.y += pitch;
  return y;
};

/** Empty lines; never at the top of a page. */
export const skip = (flow: Flow, lines: number): void => {
  if (flow.y > MARGIN.top) flow.y += lines * LINE_PITCH;
};

export const pagesOf = (flow: Flow): readonly DrawnPage[] => flow.pages;
