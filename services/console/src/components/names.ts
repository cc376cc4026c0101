import { languageNow } from '../words/speak.ts';

type Name = Readonly<{ zh: string; en: string | null }>;

/** A name in the language of the page; the Chinese one where there is no other. */
export const nameIn = (name: Name | null | undefined): string | undefined =>
  name === null || name === undefined ? undefined : languageNow() === 'en' ? (name.en ?? name.zh) : name.zh;

/** The same of a pair of fields. */
export const either = (zh: string, en: string | null): string => (languageNow() === 'en' && en ? en : zh);

/** Between the members of a list, and before what is explained: each language has its own marks. */
export const comma = (): string => (languageNow() === 'zh' ? '、' : ', ');
export const semicolon = (): string => (languageNow() === 'zh' ? '；' : '; ');
export const colon = (): string => (languageNow() === 'zh' ? '：' : ': ');
export const bracketed = (text: string): string => (languageNow() === 'zh' ? `（${text}）` : ` (${text})`);
