import type { z } from 'zod';

/** What a word for the machine must be; the key of its texts. */
export type FormFault = keyof typeof forms;

/** What is wrong with a field beyond what zod says of itself. */
export type FieldFault =
  | Readonly<{ fault: 'text-malformed'; character: string }>
  | Readonly<{ fault: 'one-line' | 'line-feeds' | 'login' }>
  | Readonly<{ fault: 'too-long' | 'too-short'; limit: number }>;

type Texts = Readonly<{ zh: string; en: string }>;

const texts = <K extends string>(given: Record<K, Texts>): Readonly<Record<K, Texts>> => given;

const forms = texts({
  uuid: { zh: '应为小写的 UUID。', en: 'must be a UUID in lower case' },
  digits: { zh: '应为 1 至 20 位数字。', en: 'must be 1 to 20 digits' },
  sha256: { zh: '应为小写十六进制的 SHA-256。', en: 'must be a SHA-256 in lower-case hex' },
  'whole-number': { zh: '应为整数。', en: 'must be a whole number' },
  'page-token': { zh: '应为上一页答复中的翻页标记。', en: 'must be a page token as the page before gave it' },
  'trace-id': { zh: '应为 32 位小写十六进制数字。', en: 'must be 32 hexadecimal digits in lower case' },
  'scheme-word': { zh: '只能包含小写字母、数字和连字符。', en: 'must be lower-case letters, digits and hyphens' },
  decimal: {
    zh: '应为不带符号的十进制数，例如 359.5。',
    en: 'must be a decimal number without a sign, for example 359.5',
  },
  stream: { zh: '应为事件流名称：上下文.聚合-编号。', en: 'must be a stream: context.aggregate-id' },
  'stream-beginning': { zh: '应为事件流名称的开头。', en: 'must be the beginning of a stream' },
  'fact-type': { zh: '应为带版本号的事件类型。', en: 'must be a type with version' },
  'ballot-bytes': { zh: '应为规定长度的 base64url 字节。', en: 'must be so many bytes in base64url' },
  'hand-in': { zh: '应为提交异议时得到的 handIn。', en: 'must be the handIn that the objection was answered with' },
  link: { zh: '应为一次性链接中的字符。', en: 'must be the token of a one-time link' },
  date: { zh: '应为日期，例如 2024-11-30。', en: 'must be a date, for example 2024-11-30' },
  datetime: {
    zh: '应为带毫秒的世界协调时，例如 2024-11-30T16:00:00.000Z。',
    en: 'must be an instant in UTC with milliseconds, for example 2024-11-30T16:00:00.000Z',
  },
  'clock-time': { zh: '应为时刻，例如 22:00。', en: 'must be a clock time, for example 22:00' },
  'eight-digits': { zh: '应为八位数字。', en: 'must be eight digits' },
  base64: { zh: '应为 base64 编码。', en: 'must be base64' },
  base64url: { zh: '应为 base64url 编码。', en: 'must be base64url' },
  url: { zh: '应为网址。', en: 'must be a web address' },
  form: { zh: '格式不符合要求。', en: 'is not formed as it must be' },
});

const isForm = (key: string): key is FormFault => Object.hasOwn(forms, key);

const types: Readonly<Record<string, Texts>> = {
  string: { zh: '应为文本。', en: 'must be text' },
  number: { zh: '应为数字。', en: 'must be a number' },
  int: { zh: '应为整数。', en: 'must be a whole number' },
  boolean: { zh: '应为 true 或 false。', en: 'must be true or false' },
  array: { zh: '应为列表。', en: 'must be a list' },
  object: { zh: '应为对象。', en: 'must be an object' },
};

const faultTexts = (fault: FieldFault): Texts => {
  switch (fault.fault) {
    case 'text-malformed':
      return {
        zh: `含有看不见或并非键入的字符：${fault.character}。`,
        en: `holds a character that nobody sees or typed: ${fault.character}`,
      };
    case 'one-line':
      return { zh: '只能是一行，不含换行和制表符。', en: 'must be one line, without tabs' };
    case 'line-feeds':
      return { zh: '换行只能用换行符（LF）。', en: 'must break its lines with line feeds only' };
    case 'login':
      return {
        zh: '登录名至少两个字符，只用一种文字，或只用拉丁字母、数字和符号，不含空格。',
        en: 'a login has at least two characters, of one script or ASCII, and no blanks',
      };
    case 'too-long':
      return { zh: `不得超过 ${fault.limit} 个字符。`, en: `must have at most ${fault.limit} characters` };
    case 'too-short':
      return fault.limit === 1
        ? { zh: '不得为空。', en: 'must not be empty' }
        : { zh: `至少 ${fault.limit} 个字符。`, en: `must have at least ${fault.limit} characters` };
  }
};

/** A fault as an issue of zod's. */
export const issueOf = (fault: FieldFault) => ({ code: 'custom' as const, message: fault.fault, params: { fault } });

/** What a bound is called in both languages: of a text, a list or a number. */
const boundTexts = (origin: string, least: boolean, bound: number | bigint): Texts => {
  if (origin === 'array')
    return least
      ? { zh: `至少 ${bound} 项。`, en: `must have at least ${bound} items` }
      : { zh: `不得超过 ${bound} 项。`, en: `must have at most ${bound} items` };
  if (origin === 'string') return faultTexts({ fault: least ? 'too-short' : 'too-long', limit: Number(bound) });
  return least
    ? { zh: `不得小于 ${bound}。`, en: `must not be less than ${bound}` }
    : { zh: `不得大于 ${bound}。`, en: `must not be more than ${bound}` };
};

const customTexts = (issue: z.core.$ZodIssueCustom): Texts => {
  const fault: unknown = issue.params?.['fault'];
  if (typeof fault === 'object' && fault !== null && 'fault' in fault) return faultTexts(fault as FieldFault);
  return isForm(issue.message) ? forms[issue.message] : forms.form;
};

/** What an issue of zod's says, in both languages; values are never repeated. */
export const textsOf = (issue: z.core.$ZodIssue): Texts => {
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected] ?? forms.form;
    case 'invalid_value': {
      const words = issue.values.map(String);
      return { zh: `应为其中之一：${words.join('、')}。`, en: `must be one of: ${words.join(', ')}` };
    }
    case 'too_big':
      return boundTexts(issue.origin, false, issue.maximum);
    case 'too_small':
      return boundTexts(issue.origin, true, issue.minimum);
    case 'invalid_format':
      if (isForm(issue.message)) return forms[issue.message];
      return isForm(issue.format) ? forms[issue.format] : forms.form;
    case 'unrecognized_keys':
      return { zh: '没有这个字段。', en: 'unknown field' };
    case 'custom':
      return customTexts(issue);
    case 'invalid_union': {
      const nearest = issue.errors.at(-1)?.[0];
      return nearest === undefined ? forms.form : textsOf(nearest);
    }
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return forms.form;
    default:
      return forms.form;
  }
};
