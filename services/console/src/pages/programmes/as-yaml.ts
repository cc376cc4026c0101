/** What needs no quotes anywhere in a YAML text; all else is quoted, which changes nothing: every scalar is a text. */
const PLAIN = /^[\p{L}\p{N}$](?:[\p{L}\p{N}$%+\-_./ ]*[\p{L}\p{N}$%+\-_./])?$/u;
/** So long a line is still read at once. */
const LINE_CHARS_MAX = 130;

const scalar = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return PLAIN.test(text) ? text : JSON.stringify(text);
};

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const inLine = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inLine).join(', ')}]`;
  if (!isMap(value)) return scalar(value);
  return `{${Object.entries(value)
    .map(([key, one]) => `${scalar(key)}: ${inLine(one)}`)
    .join(', ')}}`;
};

const isShort = (value: unknown): boolean => inLine(value).length <= LINE_CHARS_MAX;
const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

const block = (value: unknown, indent: string): string => {
  if (typeof value !== 'object' || value === null || isEmpty(value) || (indent !== '' && isShort(value)))
    return ` ${inLine(value)}`;
  if (Array.isArray(value))
    return value.map((one) => `\n${indent}-${block(one, `${indent}  `).replace(/^\n\s*/u, ' ')}`).join('');
  return Object.entries(value)
    .map(([key, one]) => `\n${indent}${scalar(key)}:${block(one, `${indent}  `)}`)
    .join('');
};

/** The keys in the order in which people write them; what else there is comes after them. */
const ORDER = [
  ...['schema', 'id', 'name', 'source', 'series', 'period', 'parameters', 'subjects', 'intake', 'parties', 'calendar'],
  ...['sources', 'result', 'outcome', 'duties', 'notices', 'documents', 'words'],
];
const rankOf = (key: string): number => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);

/** A template's canonical text (JSON) as people write it: another text of the very same template. */
export const asYaml = (canonicalText: string): string => {
  const template = JSON.parse(canonicalText) as Readonly<Record<string, unknown>>;
  const sorted = Object.entries(template).sort(([a], [b]) => rankOf(a) - rankOf(b));
  return sorted
    .map(([key, value]) => {
      const isLong = typeof value === 'object' && value !== null && !isShort(value);
      return `${isLong ? '\n' : ''}${scalar(key)}:${block(value, '  ')}\n`;
    })
    .join('');
};
