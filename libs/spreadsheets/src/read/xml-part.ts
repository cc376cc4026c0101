import { SaxesParser } from 'saxes';
import { RefusedFile } from './refused-file.ts';

/** An element as it begins, without its name's prefix; attributes are as they are written. */
export type Begun = Readonly<{ name: string; attributes: Readonly<Record<string, string>> }>;

export type XmlReader = Readonly<{
  begin?: (element: Begun) => void;
  end?: (name: string) => void;
  text?: (text: string) => void;
}>;

type Plain = Readonly<{ xmlns: false; position: false }>;

/** So deep no part of a spreadsheet is nested. */
const DEPTH_MAX = 40;

const local = (name: string): string => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name);

const parserOf = (reader: XmlReader): SaxesParser<Plain> => {
  const parser = new SaxesParser<Plain>({ xmlns: false, position: false });
  let depth = 0;
  parser.on('error', (error) => {
    throw new RefusedFile('NOT_A_SPREADSHEET', error);
  });
  // Entities of a file's own, and addresses outside of it, are declared here, and nothing of a spreadsheet is.
  parser.on('doctype', () => {
    throw new RefusedFile('NOT_A_SPREADSHEET');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEPTH_MAX) throw new RefusedFile('NOT_A_SPREADSHEET');
    reader.begin?.({ name: local(name), attributes });
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    reader.end?.(local(name));
  });
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  return parser;
};

/** Reads a part as it is unpacked: nothing of it is held but what the reader keeps. UTF-8, without declarations of its own. */
export const readXml = async (part: AsyncIterable<Buffer>, reader: XmlReader): Promise<void> => {
  const parser = parserOf(reader);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Buffer): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (error) {
      throw new RefusedFile('NOT_A_SPREADSHEET', error);
    }
  };
  for await (const bytes of part) parser.write(decode(bytes));
  parser.write(decode()).close();
};
