import { CELL_TEXT_CHARS_MAX, SHARED_TEXTS_MAX } from '../read-limits.ts';
import type { PackageParts } from './package-parts.ts';
import { RefusedFile } from './refused-file.ts';
import { readXml } from './xml-part.ts';

/** Gathers a text that comes in pieces; how it is to be read aloud (`rPh`) is none of it. */
export const textGatherer = () => {
  let [text, within, aside] = ['', false, 0];
  return {
    begin: (name: string): void => {
      if (name === 'rPh') aside += 1;
      if (name === 't') within = true;
    },
    end: (name: string): void => {
      if (name === 'rPh') aside -= 1;
      if (name === 't') within = false;
    },
    text: (piece: string): void => {
      if (!within || aside > 0) return;
      text += piece;
      if (text.length > CELL_TEXT_CHARS_MAX) throw new RefusedFile('SPREADSHEET_TOO_LARGE');
    },
    taken: (): string => {
      const whole = text;
      text = '';
      return whole;
    },
  };
};

/** The texts that cells point at by their number. However many cells point at one, it is held once. */
export const readSharedTexts = async (parts: PackageParts): Promise<readonly string[]> => {
  const part = await parts.open('xl/sharedStrings.xml');
  if (part === undefined) return [];
  const texts: string[] = [];
  const gatherer = textGatherer();
  await readXml(part, {
    begin: ({ name }) => gatherer.begin(name),
    text: gatherer.text,
    end: (name) => {
      gatherer.end(name);
      if (name !== 'si') return;
      if (texts.length >= SHARED_TEXTS_MAX) throw new RefusedFile('SPREADSHEET_TOO_LARGE');
      texts.push(gatherer.taken());
    },
  });
  return texts;
};
