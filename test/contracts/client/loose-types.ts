export type LooseTypes = Readonly<{
  /** `string` at a field that is a word of a list elsewhere. */
  texts: readonly string[];
  /** `unknown` and `any`. */
  unknown: readonly string[];
}>;

const FIELD = /^\s*(?<field>\w+)\??: (?<type>.*);$/u;
const NAMED = /^ {8}(?<named>\w+): /u;

/** How the generator leaves the headers of an answer open, in every answer; a client reads none of them by type. */
const OPEN_HEADERS = '[name: string]: unknown;';

/** The part of the generated text that tells of bodies and answers. */
const componentsOf = (types: string): readonly string[] => {
  const lines = types.split('\n');
  const from = lines.indexOf('export interface components {');
  return lines.slice(from, lines.indexOf('}', from));
};

const withoutWords = (line: string): string => line.replaceAll(/"[^"]*"/gu, '').replace(/\/\*.*\*\//u, '');

/** What a generated client's types leave open, each as `Component.field` or as its line. */
export const looseTypes = (types: string): LooseTypes => {
  const words = new Set<string>();
  const strings: { field: string; where: string }[] = [];
  let component = '';
  for (const line of componentsOf(types)) {
    component = NAMED.exec(line)?.groups?.['named'] ?? component;
    const { field = '', type = '' } = FIELD.exec(line)?.groups ?? {};
    if (/^\(?"|\("/u.test(type)) words.add(field);
    if (/\bstring\b/u.test(type)) strings.push({ field, where: `${component}.${field}` });
  }
  return {
    texts: strings.filter(({ field }) => words.has(field)).map(({ where }) => where),
    unknown: types
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => !/^(?:\/?\*|\/\/)/u.test(line) && line !== OPEN_HEADERS)
      .filter((line) => /\b(?:unknown|any)\b/u.test(withoutWords(line))),
  };
};
