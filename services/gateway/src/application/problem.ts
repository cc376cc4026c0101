import { type EdgeReason, edgeReasons } from './edge-reasons.ts';

/** One thing wrong with the request, and in both languages what. */
export type FieldProblem = Readonly<{ field: string; reason: string; zh: string; en: string }>;

/** The same as it is told, when there are several. */
export type FieldProblemTold = Readonly<{ field: string; reason: string; detail: string }>;

/** RFC 9457, with our members: a stable `reason`, the field, and both languages. */
export type Problem = Readonly<{
  type: string;
  title: string;
  status: number;
  detail: string;
  reason: string;
  field?: string;
  titleZh: string;
  titleEn: string;
  details?: unknown;
  problems?: readonly FieldProblemTold[];
  correlationId?: string;
}>;

/** Chinese is the platform's first language: English only for who asks for it before Chinese. */
export type Language = 'zh' | 'en';

export const languageOf = (acceptLanguage: string | undefined): Language => {
  if (acceptLanguage === undefined) return 'zh';
  const wanted = acceptLanguage
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters
        .map((parameter) => /^\s*q=([01](?:\.\d{1,3})?)$/u.exec(parameter)?.[1])
        .find((q) => q !== undefined);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    });
  const best = (language: string) =>
    Math.max(
      0,
      ...wanted.filter(({ tag }) => tag === language || tag.startsWith(`${language}-`)).map(({ quality }) => quality),
    );
  return best('en') > best('zh') ? 'en' : 'zh';
};

export type RefusalSaid = Readonly<{
  reason: string;
  status: number;
  zh: string;
  en: string;
  field?: string;
  details?: unknown;
  problems?: readonly FieldProblem[];
}>;

export const problemOf = (said: RefusalSaid, language: Language): Problem => ({
  type: `urn:jiangong:problem:${said.reason.toLowerCase().replaceAll('_', '-')}`,
  title: language === 'zh' ? said.zh : said.en,
  status: said.status,
  detail: (said.problems?.[0] ?? said)[language],
  reason: said.reason,
  ...(said.field === undefined ? {} : { field: said.field }),
  titleZh: said.zh,
  titleEn: said.en,
  ...(said.details === undefined ? {} : { details: said.details }),
  ...(said.problems === undefined || said.problems.length < 2
    ? {}
    : {
        problems: said.problems.map(({ field, reason, ...texts }) => ({ field, reason, detail: texts[language] })),
      }),
});

/** A refusal of the gateway itself, on its way to the client. */
export class EdgeError extends Error {
  readonly reason: EdgeReason;
  readonly said: RefusalSaid;
  readonly retryAfterSeconds: number | undefined;
  constructor(
    reason: EdgeReason,
    more: {
      field?: string;
      details?: unknown;
      problems?: readonly FieldProblem[];
      retryAfterSeconds?: number;
      cause?: unknown;
    } = {},
  ) {
    super(reason, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'EdgeError';
    this.reason = reason;
    this.said = {
      reason,
      ...edgeReasons[reason],
      ...(more.field === undefined ? {} : { field: more.field }),
      ...(more.details === undefined ? {} : { details: more.details }),
      ...(more.problems === undefined ? {} : { problems: more.problems }),
    };
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}
