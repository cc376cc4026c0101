import {
  compile,
  type CompiledNotice,
  type CompiledPhase,
  type CompiledStage,
  type CompiledTemplate,
  lookedUpOf,
  readCanonical,
  sourceTables,
} from '@jiangong/programmes';
import type { Phase, Row } from '@jiangong/scoring';
import type { Question } from '../domain/answer/question.ts';
import type { AppealRules } from '../domain/appeal/rules.ts';
import type { Recheck } from '../domain/decision/outcome-table.ts';
import { type MakingKnown, UNIT_ROLE } from '../domain/decision/maker.ts';
import type { MeetingRules } from '../domain/meeting/rules.ts';
import type { RoundStage, RoundTables } from '../domain/round/tables.ts';
import { partiesAndOffices, reviewedByOffices, withOffices } from './member-offices.ts';
import {
  ballotOf,
  bonusRulesOf,
  checklistOf,
  contestOf,
  dealOf,
  judgedTime,
  measureOf,
  NotCompiled,
  seatingOf,
} from './source-rules.ts';

/**
 * What an edition's rounds are decided by, and the parameters it was compiled with. `apart`: of phases that are each about a part of the period,
 * by the phase: what was found in another part is not theirs.
 */
export type CompiledEdition = Readonly<{
  tables: RoundTables;
  apart: Readonly<Record<string, RoundTables>>;
  parameters: Readonly<Record<string, string>>;
}>;

/** What the rounds of a phase are decided by. */
export const tablesOfPhase = (
  { tables, apart }: Pick<CompiledEdition, 'tables' | 'apart'>,
  phase: string,
): RoundTables => apart[phase] ?? tables;

const refusingNothing = (row: Row): Row => {
  const absent = row.absent === 'refuse' ? 'unranked' : row.absent;
  if (row.op === 'take-panel' && row.missing === 'refuse') return { ...row, absent, missing: 'leave-out' };
  // Left out, an area without a word has no value, and the entry no rank.
  if (row.op === 'take-checklist' && row.unscored === 'refuse') return { ...row, absent, unscored: 'leave-out' };
  return { ...row, absent };
};

/**
 * Where the template lets the body rank without what is lacking, the row refuses no more: such an entry has no rank, and the body's
 * decision says what becomes of it.
 */
const withWaysOn = ({ waysOn, rows, name: _name, part: _part, ...phase }: CompiledPhase): Phase => ({
  ...phase,
  rows: rows.map((row) => (waysOn[row.id] === 'body' ? refusingNothing(row) : row)),
});

const phaseNamesOf = (phases: readonly CompiledPhase[]): Pick<RoundTables, 'phaseNames'> => {
  const named = phases.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const]));
  return named.length === 0 ? {} : { phaseNames: Object.fromEntries(named) };
};

/** What the outcome's rules ask a person. */
const questionsOf = (compiled: CompiledTemplate): Readonly<{ lookedUp?: readonly Question[] }> => {
  const lookedUp = lookedUpOf(compiled).map(({ name, ...question }) => ({ ...question, ...name }));
  return lookedUp.length === 0 ? {} : { lookedUp };
};

/** The stages in which results are appealed: those of the phase alone where it is of a part of the period. */
const appealsOf = ({ calendar }: CompiledTemplate, of?: CompiledPhase): Readonly<{ appeals?: AppealRules }> => {
  const isTaken = ({ act, phase }: CompiledStage): boolean =>
    act === 'appeal' && (of === undefined || phase === null || phase === of.id);
  const stages = calendar.filter(isTaken).map(({ id: stageId, by }) => ({ stageId, by }));
  return stages.length === 0 ? {} : { appeals: { stages } };
};

/** Meetings that something is filled beside: they are put on record, and whoever votes on paper there is one of those present. */
const meetingsOf = (compiled: CompiledTemplate): Readonly<{ meetings?: readonly MeetingRules[] }> => {
  const { calendar, parties, sources } = compiled;
  const pollsIn = (by: readonly string[]): readonly string[] =>
    sources.flatMap((source) => {
      const isHere =
        source.kind === 'ballot' &&
        source.filling.box === true &&
        source.filling.electorates.some(({ who }) => by.includes(who));
      return isHere ? [source.id] : [];
    });
  const meetings = calendar.flatMap(({ id: stageId, act, by }) => {
    if (act !== 'meet') return [];
    const beside = calendar.filter((stage) => stage.with === stageId && FILLING.includes(stage.act));
    const leasts = by.flatMap((party) => parties[party]?.least ?? []);
    const least = leasts.length === 0 ? null : Math.max(...leasts.map(Number));
    return [...new Set(beside.flatMap(({ phase }) => phase ?? []))].map((phase) => {
      const own = beside.filter((stage) => stage.phase === phase);
      const polls = own.flatMap((stage) => (stage.act === 'vote' ? pollsIn(stage.by) : []));
      return { stageId, phase, by, least, beside: own.map(({ id }) => id), polls };
    });
  });
  return meetings.length === 0 ? {} : { meetings };
};

/** Talks that awards ask for, each as one of the template's duties. */
const talksOf = ({ outcome, duties }: CompiledTemplate): Pick<RoundTables, 'talks'> => {
  const talks = outcome.flatMap(({ ranking, duty }) =>
    duties
      .filter(({ id, act }) => id === duty && act === 'talk')
      .map(({ by, within = null }) => ({ rule: ranking.id, by, withinDays: within })),
  );
  return talks.length === 0 ? {} : { talks };
};

/** Which office makes known what one body decided, where it is not the committee's own. */
const publisherOf = ({ calendar, parties }: CompiledTemplate): Pick<RoundTables, 'publisher'> => {
  const decides = calendar.findIndex(({ act }) => act === 'decide');
  const isOffices = calendar
    .slice(decides + 1)
    .some(({ act, by }) => act === 'notice' && by.some((party) => parties[party]?.role === 'appraisal-office'));
  return decides !== -1 && isOffices ? { publisher: 'appraisal-office' } : {};
};

/** Acts in which something is filled, where their stage has a phase. */
const FILLING: readonly CompiledStage['act'][] = ['score', 'check', 'review', 'recheck', 'vote'];

const wordsOf = (what: CompiledNotice['what']): readonly string[] => (typeof what === 'string' ? [what] : what);

/** Whoever decides: the party of the first stage whose act that is. */
const decidingParty = ({ calendar }: CompiledTemplate): string =>
  calendar.find(({ act }) => act === 'decide')?.by[0] ?? '';

/** What officers of units make known where units, or branches below them, decide: what a stage behind the decision gives to them. */
const makersOf = ({ calendar, parties }: CompiledTemplate): Readonly<{ makers?: readonly MakingKnown[] }> => {
  const isUnits = (by: readonly string[]): boolean => by.some((party) => parties[party]?.role === UNIT_ROLE);
  const isInParts = (by: readonly string[]): boolean =>
    isUnits(by) || by.some((party) => parties[party]?.role === 'member');
  const decides = calendar.findIndex(({ act, by }) => act === 'decide' && isInParts(by));
  if (decides === -1) return {};
  const makers = (['notice', 'commend'] as const).filter((how) =>
    calendar.slice(decides).some(({ act, by }) => act === how && isUnits(by)),
  );
  return makers.length === 0 ? {} : { makers };
};

/** Whether a branch's secretary puts forward whom its meeting recommends. */
const forwardsOf = ({ calendar, parties }: CompiledTemplate): Pick<RoundTables, 'forwards'> => {
  const isBy = (act: CompiledStage['act'], role: string): boolean =>
    calendar.some((stage) => stage.act === act && stage.by.some((party) => parties[party]?.role === role));
  return isBy('decide', 'member') && isBy('put-forward', 'branch-secretary') ? { forwards: 'secretary' } : {};
};

/** Of phases that are filled over several stages; with one, its window is the round's. */
const stagesOf = ({ calendar, phases, parties }: CompiledTemplate): readonly RoundStage[] =>
  phases.flatMap(({ id: phase }) => {
    const stages = calendar.filter((stage) => stage.phase === phase && FILLING.includes(stage.act));
    return stages.length < 2
      ? []
      : stages.map(({ id: stageId, act, by }) => ({ stageId, phase, act, by: withOffices(parties, by) }));
  });

/** What a rule says of the award whose holders the edition looks at again; nothing where it looks at none. */
const recheckOf = (
  { intake, duties }: CompiledTemplate,
  { gives, duty, to }: Pick<CompiledTemplate['outcome'][number], 'gives' | 'duty' | 'to'>,
): Readonly<{ recheck?: Recheck }> => {
  const { how, holdersOf: code } = intake;
  if (how !== 'holders' || code === undefined || to !== 'entry' || gives === 'recommendation') return {};
  if (gives === 'withdrawal') return { recheck: { code, finding: 'withdrawn', withinDays: null } };
  const withinDays = gives === 'card' ? (duties.find(({ id }) => id === duty)?.within ?? null) : null;
  return { recheck: { code, finding: withinDays === null ? 'kept' : 'to-rectify', withinDays } };
};

/** What of a compiled template decides in this service; `year`: whose time is judged; `phase`: of which one the part of it is. */
export const tablesOf = (compiled: CompiledTemplate, year: number, phase?: CompiledPhase): RoundTables => {
  const time = judgedTime(compiled, year, phase);
  const checklists = compiled.sources.flatMap((source) => checklistOf(source, time));
  const bonuses = compiled.sources.flatMap((source) => bonusRulesOf(source, time, compiled));
  const measures = compiled.sources.flatMap((source) => measureOf(source, time));
  const ballots = compiled.sources.flatMap(ballotOf);
  const contests = compiled.sources.flatMap(contestOf);
  const deals = compiled.sources.flatMap(dealOf);
  const stages = stagesOf(compiled);
  const makers = makersOf(compiled);
  const { id, name, series, intake, sources, phases, outcome, parties, notices } = compiled;
  return {
    programme: { id, nameZh: name[0], nameEn: name[1], series: series?.id ?? null },
    sources: sources.flatMap(sourceTables).map((source) => reviewedByOffices(parties, source)),
    phases: phases.map(withWaysOn),
    outcome: outcome.map(({ ranking, code, name: [zh, en], gives, decide, termYears, upTo, shown, duty }) => ({
      ...ranking,
      code,
      zh,
      en,
      gives,
      decide,
      termYears,
      ...(upTo === null ? {} : { upTo: { level: upTo.level, outside: upTo.outside ?? '', shown } }),
      ...recheckOf(compiled, { gives, duty, to: ranking.to }),
    })),
    seating: sources.flatMap(seatingOf),
    parties: partiesAndOffices(parties).map(({ id: party, party: { role, scope, least, attest, recuse }, office }) => ({
      id: party,
      role,
      scope,
      least: least ?? null,
      attest: attest ?? null,
      recuse,
      ...office,
    })),
    deciding: decidingParty(compiled),
    notices: notices.map(({ id: noticeId, after, what, days, clock, again }) => ({
      id: noticeId,
      after,
      what: wordsOf(what),
      days,
      clock,
      // Where one body decides a notice that is published again runs all of its days.
      ...(again === 'remaining' && makers.makers !== undefined ? { again } : {}),
    })),
    // Tables without check-lists, bonuses, measures, ballots, contests, deals and appeals are what they were before there were any.
    ...(checklists.length === 0 ? {} : { checklists }),
    ...(bonuses.length === 0 ? {} : { bonuses }),
    ...(measures.length === 0 ? {} : { measures }),
    ...(ballots.length === 0 ? {} : { ballots }),
    ...(contests.length === 0 ? {} : { contests }),
    ...(deals.length === 0 ? {} : { deals }),
    ...(stages.length === 0 ? {} : { stages }),
    ...(intake.how === 'put-forward' ? { candidates: true as const } : {}),
    ...makers,
    ...forwardsOf(compiled),
    ...appealsOf(compiled, phase),
    ...questionsOf(compiled),
    ...meetingsOf(compiled),
    ...talksOf(compiled),
    ...publisherOf(compiled),
    ...phaseNamesOf(phases),
  };
};

/** Compiles an adopted template with an edition's parameters, into what `RoundPrepared` stores. */
export const compileEdition = (
  canonicalText: string,
  given: Readonly<Record<string, string>>,
  year: number,
): CompiledEdition => {
  const read = readCanonical(canonicalText);
  if (read.kind !== 'template') throw new NotCompiled('the adopted text is no template');
  const compilation = compile(read.template, given);
  if (compilation.kind === 'refused')
    throw new NotCompiled(compilation.problems.map(({ reason, path }) => `${path} ${reason}`).join('; '));
  const { compiled } = compilation;
  const parts = compiled.phases.filter(({ part }) => part !== undefined);
  return {
    tables: tablesOf(compiled, year),
    apart: Object.fromEntries(parts.map((phase) => [phase.id, tablesOf(compiled, year, phase)])),
    parameters: compiled.parameters,
  };
};
