import {
  computePhase,
  type CarriedValue,
  type ChecklistInputs,
  type GivenBallot,
  type PanelCriterion,
  type PanelSource,
  type PhaseInputs,
  type PhaseOutcome,
  type PhaseTables,
  type SeatSheet,
} from '@jiangong/scoring';
import { entryOfPart } from '../contest/state.ts';
import { dealRulesOf } from '../deal/deal-of.ts';
import type { ExcludedSheet } from './result-facts.ts';
import { structuralCause } from './may-score.ts';
import type { OpenedSheet, ReadBonuses, ReadChecklists, ReadMeasures, SealedSheet } from './orders.ts';
import { asJudged, type Basis, type Entry, type RunningRound, type Seat } from './state.ts';
import type { RoundTables } from './tables.ts';

/** What one computation reads, and which submitted sheets it leaves out. */
export type RoundInputs = Readonly<{ inputs: PhaseInputs; excluded: readonly ExcludedSheet[] }>;

const isIn = ({ out }: Entry): boolean => out === null;

/** A sheet counts when it stands before the closing that it was handed in for, and was stamped before that closing's end. */
const inTime = ({ cuts }: Basis, { closing, position, submittedAt }: SealedSheet): boolean =>
  cuts.some((cut) => cut.closing === closing && position <= cut.lastIndex && submittedAt < cut.closesAt);

const latestFirst = (a: SealedSheet, b: SealedSheet): number => b.closing - a.closing || b.position - a.position;

/** The sheets of a seat that count, one a part: where entries are judged one at a time there is a sheet an entry, of its latest turn. */
export const countedSheets = <S extends SealedSheet>(
  basis: Basis,
  sheets: readonly S[],
): Readonly<{ counted: ReadonlyMap<Seat, readonly S[]>; excluded: readonly ExcludedSheet[] }> => {
  const counted = new Map<Seat, readonly S[]>();
  const excluded: ExcludedSheet[] = [];
  for (const sheet of [...sheets].sort(latestFirst)) {
    const { seatId, sourceId, personId, closing } = sheet;
    const seat = basis.seats.find((one) => one.seatId === seatId && one.sourceId === sourceId);
    const out = (why: ExcludedSheet['why']) => excluded.push({ seatId, personId, closing, why });
    if (seat === undefined || !seat.authors.includes(personId)) out('vacated');
    else if (!inTime(basis, sheet)) out('after-closing');
    else {
      const others = counted.get(seat) ?? [];
      if (others.some(({ part }) => entryOfPart(part) === entryOfPart(sheet.part))) out('replaced');
      else counted.set(seat, [...others, sheet]);
    }
  }
  excluded.sort((a, b) => (a.seatId < b.seatId ? -1 : a.seatId > b.seatId ? 1 : a.closing - b.closing));
  return { counted, excluded };
};

type Dealt = Pick<Basis, 'shares'> & Pick<RunningRound, 'tables' | 'phase'>;

type Filler = Readonly<{ personId: string; homeNow: string | null }>;
/** `by`: who filled in the sheet about an entry, or whoever sits; `left`: he had left before the entry was called. */
type Sitting = Readonly<{ seat: Seat; by: (entryId?: string) => Filler; left: (entryId: string) => boolean }>;

const sittingOf = (seat: Seat, sheets: readonly SealedSheet[]): Sitting => {
  const filler = (sheet: SealedSheet | undefined): Filler => ({
    personId: sheet?.personId ?? seat.personId,
    homeNow: sheet?.homeId ?? seat.homeId,
  });
  const [latest] = sheets;
  return {
    seat,
    by: (entryId) => filler(sheets.find(({ part }) => entryOfPart(part) === entryId) ?? latest),
    left: (entryId) =>
      seat.held !== 'held' && sheets.every(({ part }) => ![undefined, entryId].includes(entryOfPart(part))),
  };
};

/** What this seat may not judge: by home and by answering for it, of whoever filled it in, what he declared, and what came after he had left. */
const recusedEntries = (tables: RoundTables, basis: Basis, { seat, by, left }: Sitting): readonly string[] => {
  const own = tables.seating.find(({ sourceId }) => sourceId === seat.sourceId)?.own ?? 'skip';
  const declared = new Set(basis.recusals.map(({ personId, entryId }) => `${personId} ${entryId}`));
  return basis.entries
    .filter(isIn)
    .filter((entry) => {
      const { personId, homeNow } = by(entry.entryId);
      return (
        left(entry.entryId) ||
        declared.has(`${personId} ${entry.entryId}`) ||
        structuralCause({ ...seat, personId }, own, asJudged(entry), homeNow) !== null
      );
    })
    .map(({ entryId }) => entryId);
};

type Marked = Pick<OpenedSheet, 'items' | 'scores'>;

/**
 * What comes from elsewhere: scores of earlier phases, what the check-lists of the round hold, what was granted of its bonuses, what was
 * measured, and what its ballots came to.
 */
export type Brought = Readonly<{
  carried: readonly CarriedValue[];
  checks?: ReadChecklists;
  bonuses?: ReadBonuses;
  measures?: ReadMeasures;
  ballots?: readonly GivenBallot[];
}>;

const checksIn = ({ inputs }: ReadChecklists, isEntry: ReadonlySet<string>): ChecklistInputs => {
  const isJudged = ({ entryId }: Readonly<{ entryId: string }>): boolean => isEntry.has(entryId);
  return {
    occurrences: inputs.occurrences.filter(isJudged),
    marks: inputs.marks.filter(isJudged),
    own: inputs.own.filter(isJudged),
    outside: inputs.outside.filter(isJudged),
  };
};

/** Of a seat whose entries were dealt out, those that are judged: it is asked for nothing else, and nothing else of it counts. */
const shareOf = ({ shares, tables, phase }: Dealt, { seatId, sourceId }: Seat): readonly string[] | undefined => {
  if (shares === undefined || dealRulesOf({ tables, phase })?.sourceId !== sourceId) return undefined;
  return shares.find((share) => share.seatId === seatId)?.entryIds ?? [];
};

/** Everything a computation reads, from the round's facts and the sheets that count. `marked` gives a sheet's marks. */
export const roundInputs = <S extends SealedSheet>(
  round: Pick<RunningRound, 'tables' | 'phase' | 'seed'> & Basis,
  sheets: readonly S[],
  { carried, checks, bonuses, measures, ballots }: Brought,
  marked: (sheet: S) => Marked,
): RoundInputs => {
  const { counted, excluded } = countedSheets(round, sheets);
  const entries = round.entries.filter(isIn);
  const isEntry = new Set(entries.map(({ entryId }) => entryId));
  // Vacated and excused seats are waited for no longer; what they handed in rightly counts.
  const sitting = round.seats
    .filter((seat) => seat.held === 'held' || counted.has(seat))
    .map((seat) => sittingOf(seat, counted.get(seat) ?? []));
  return {
    excluded,
    inputs: {
      entries: entries.map(({ entryId, track, homeId }) => ({ entryId, category: track, home: homeId })),
      seats: sitting.map(({ seat, by }) => {
        const { sourceId, seatId } = seat;
        const entryIds = shareOf(round, seat)?.filter((entryId) => isEntry.has(entryId));
        return { sourceId, seatId, personId: by().personId, ...(entryIds === undefined ? {} : { entryIds }) };
      }),
      sheets: [...counted].map(([seat, parts]): SeatSheet => {
        const { sourceId, seatId } = seat;
        const read = parts.map(marked);
        const share = shareOf(round, seat);
        const isAsked = (entryId: string): boolean => isEntry.has(entryId) && (share?.includes(entryId) ?? true);
        const scores = read.flatMap((one) => one.scores).filter(({ entryId }) => isAsked(entryId));
        return { sourceId, seatId, items: read[0]?.items ?? [], scores };
      }),
      recusals: sitting.flatMap((one) =>
        recusedEntries(round.tables, round, one).map((entryId) => ({
          who: 'seat' as const,
          id: one.seat.seatId,
          entryId,
        })),
      ),
      values: (measures?.values ?? []).filter(({ entryId }) => isEntry.has(entryId)),
      carried,
      ...(checks === undefined ? {} : { checks: checksIn(checks, isEntry) }),
      ...(bonuses === undefined ? {} : { bonuses: bonuses.granted.filter(({ entryId }) => isEntry.has(entryId)) }),
      ...(ballots === undefined ? {} : { ballots: ballots.filter(({ entryId }) => isEntry.has(entryId)) }),
      seed: round.seed,
    },
  };
};

const anyMark = ({ scale }: PanelCriterion): number => (scale.kind === 'ranges' ? (scale.ranges[0]?.[0] ?? 0) : 0);

/** A sheet as it may look before it is opened: a mark for everything that its seat judges, whatever it is. */
const blindSheet = (round: RunningRound): ((sheet: SealedSheet) => Marked) => {
  const panels = round.tables.sources.filter((source): source is PanelSource => source.kind === 'panel');
  return ({ sourceId, part }) => {
    const criteria = panels.find(({ id }) => id === sourceId)?.criteria ?? [];
    const about = entryOfPart(part);
    return {
      items: criteria.map(({ id }) => id),
      scores: round.entries
        .filter(({ entryId }) => about === undefined || entryId === about)
        .map(({ entryId }) => ({ entryId, marks: criteria.map(anyMark) })),
    };
  };
};

/** What computes, apart from everything else that decides. */
export const phaseTablesOf = ({ tables: { sources, phases } }: Pick<RunningRound, 'tables'>): PhaseTables => ({
  tablesVersion: 2,
  sources,
  phases,
});

const compute = (round: RunningRound, inputs: PhaseInputs): PhaseOutcome =>
  computePhase(phaseTablesOf(round), round.phase, inputs);

export const tallyRound = (round: RunningRound, { inputs }: RoundInputs): PhaseOutcome => compute(round, inputs);

/** What is lacking for a result as far as it shows without opening anything: who submitted, and who is recused. */
export const tallyBlind = (
  round: RunningRound,
  basis: Basis,
  sheets: readonly SealedSheet[],
  brought: Brought,
): PhaseOutcome => {
  const seed = round.seed ?? '0'.repeat(64);
  return compute(round, roundInputs({ ...round, ...basis, seed }, sheets, brought, blindSheet(round)).inputs);
};
