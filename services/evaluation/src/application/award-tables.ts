import type { CompiledNotice, CompiledRule, CompiledTemplate } from '@jiangong/programmes';
import type { DecidingParty, SecondNotice } from '../domain/decision/decidable.ts';
import type { AwardRule } from '../domain/decision/outcome-table.ts';

/** A rule of a template's outcome, as decisions and circulars read it. */
export const awardRuleOf = ({ ranking, code, name: [zh, en], gives, decide, termYears }: CompiledRule): AwardRule => ({
  ...ranking,
  code,
  zh,
  en,
  gives,
  decide,
  termYears,
});

/** Whoever decides: the party of the first stage whose act that is. */
export const decidingOf = ({ calendar }: Pick<CompiledTemplate, 'calendar'>): string =>
  calendar.find(({ act }) => act === 'decide')?.by[0] ?? '';

export const decidingPartyOf = (compiled: CompiledTemplate): DecidingParty => {
  const party = compiled.parties[decidingOf(compiled)];
  return {
    recuse: party?.recuse ?? 'home',
    least: party?.least ?? 0,
    attest: party?.attest ?? null,
    departures: compiled.outcome.some(({ decide }) => decide === 'party'),
  };
};

/** What a notice is about, always as a list. */
export const noticeAbout = ({ what }: Pick<CompiledNotice, 'what'>): readonly string[] =>
  typeof what === 'string' ? [what] : what;

export const secondNoticeOf = ({ notices }: Pick<CompiledTemplate, 'notices'>): SecondNotice | null => {
  const notice = notices.find((one) => noticeAbout(one).includes('proposed'));
  return notice === undefined ? null : { noticeId: notice.id, days: notice.days, clock: notice.clock };
};
