import { createHash } from 'node:crypto';
import { skeleton } from '@jiangong/wording';
import { dictionary } from '@zxcvbn-ts/language-common';
import { COMMONEST_LONG } from './commonest-long.ts';

const HASH_CHARS = 8;

const commonestLong: ReadonlySet<string> = new Set(COMMONEST_LONG);

/** Some 49,000 passwords of all lengths, the commonest first. */
const commonOfAnyLength: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/** What a Chinese keyboard and this platform invite; with digits and signs around it is no secret. */
const HABITS: ReadonlySet<string> = new Set([
  ...['jiangong', 'dangjian', 'gongwei', 'jiguan', 'jiguandangwei', 'dangwei', 'dangyuan', 'dangzhibu', 'zhibu'],
  ...['zhigong', 'zhishugongwei', 'jiguangongwei', 'shengzhi', 'pingbiao', 'biaozhang', 'xianjin', 'gongchandang'],
  ...['zhongguo', 'zhonghua', 'woaizhongguo', 'woaini', 'woaiwojia', 'woainimen', 'woaizuguo', 'woaidang'],
  ...['wodemima', 'mima', 'mimamima', 'denglu', 'yonghu', 'guanliyuan', 'zhanghao', 'nihao', 'meiyoumima'],
  ...['beijing', 'shanghai', 'renminwansui', 'weirenminfuwu', 'wangji', 'wangjimima', 'woshishui', 'caonima'],
  ...['我爱你', '我爱中国', '密码', '我的密码', '建功', '党建', '工委', '机关党委', '为人民服务', '中国共产党'],
]);

/** Runs of digits that stand for words; a password of nothing else is none. */
const NUMBER_HABITS =
  /^(?:520|521|1314|168|110|119|000|111|222|333|444|555|666|777|888|999|123456789|12345678|1234567|123456|12345|1234|123)+\d{0,4}$/u;

/** An identity number or a mobile telephone number, with a little around it: others know them. */
const ID_NUMBER = /^\D{0,4}\d{17}[\dx]\D{0,4}$/u;
const PHONE = /^\D{0,4}1[3-9]\d{9}\D{0,4}\d{0,3}$/u;
/** A day, or two of them: 20260701, 1990-05-04. */
const DAYS = /^(?:(?:19|20)\d{2}[-/.年]?(?:0?[1-9]|1[0-2])[-/.月]?(?:0?[1-9]|[12]\d|3[01])日?\D{0,4}){1,2}$/u;

/** Letters that signs and digits stand for. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

const plain = (text: string): string => text.replaceAll(/[@431!0$57]/gu, (char) => STANDS_FOR[char] ?? char);

/** What is left without digits, signs and blanks at both ends. */
const coreOf = (text: string): string => text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/** The shortest text that this one repeats; itself when it repeats none. */
const unitOf = (text: string): string => {
  const at = `${text}${text}`.indexOf(text, 1);
  return text.slice(0, at);
};

const known = (text: string): boolean => commonOfAnyLength.has(text) || HABITS.has(text);

const isAmongLong = (folded: string): boolean =>
  commonestLong.has(createHash('sha256').update(folded, 'utf8').digest('base64url').slice(0, HASH_CHARS));

/** A known word is that of every password made of it: with digits and signs around it, repeated, or with signs in place of letters. */
const isMadeOfOne = (folded: string): boolean => {
  const cores = [coreOf(folded), coreOf(plain(folded)), plain(coreOf(folded))];
  return [...cores, unitOf(folded)].some((core) => known(core) || known(unitOf(core)));
};

/** A run of one digit is as good as three of it. */
const shortRuns = (text: string): string => text.replaceAll(/(\d)\1{2,}/gu, '$1$1$1');

const isNumber = (folded: string): boolean =>
  NUMBER_HABITS.test(shortRuns(folded)) || ID_NUMBER.test(folded) || PHONE.test(folded) || DAYS.test(folded);

/** Shorter words of the context are in too many texts. */
const CONTEXT_CHARS_MIN = 4;

/** Little is left of the password without the word. */
const AROUND_CONTEXT_MAX = 8;

const isAround = (folded: string, word: string): boolean =>
  [...word].length >= CONTEXT_CHARS_MIN &&
  folded.includes(word) &&
  [...folded.replaceAll(word, '')].length <= AROUND_CONTEXT_MAX;

/**
 * Whether a password is one that guessers try first: among the 3,000 commonest of its length, made of one common word, a number that
 * others know, or little more than a word of its context (names of the organization or the person). Compared by its skeleton.
 */
export const isCommonPassword = (password: string, context: readonly string[]): boolean => {
  const folded = skeleton(password);
  return (
    isAmongLong(folded) ||
    isAmongLong(folded.replaceAll(/\s/gu, '')) ||
    isMadeOfOne(folded.replaceAll(/\s/gu, '')) ||
    isNumber(folded) ||
    context.some((word) => isAround(folded, skeleton(word)))
  );
};
