import { plainLine } from '../plain-text.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A text as it may stand in XML: one line, nothing in it is markup. */
export const escaped = (text: string): string =>
  plainLine(text).replaceAll(/[&<>"']/gu, (character) => ESCAPES[character] ?? '');

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
