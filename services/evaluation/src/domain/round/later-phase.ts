import { admittedEntries, type Phase, type PhaseResult } from '@jiangong/scoring';
import { rankingOf } from '../decision/outcome.ts';
import type { Edge } from './going-on-facts.ts';
import type { AdmitEntry, PutBackEntry, SetWindow, TakeOutEntry } from './orders.ts';
import { isClosed, isOutdated, latestResult, type Round } from './state.ts';
import type { RoundTables } from './tables.ts';

/** A phase that takes its entries from an earlier one's ranks. */
export type LaterPhase = Phase & Readonly<{ admits: Extract<Phase['admits'], { kind: 'from' }> }>;

const isLater = (phase: Phase): phase is LaterPhase => phase.admits.kind === 'from';

export const laterPhases = ({ phases }: Pick<RoundTables, 'phases'>): readonly LaterPhase[] => phases.filter(isLater);

/** The phases that this one's ranks go on to; nothing is decided over a round that has any. */
export const phasesAfter = (tables: Pick<RoundTables, 'phases'>, phase: string): readonly LaterPhase[] =>
  laterPhases(tables).filter(({ admits }) => admits.phase === phase);

/** Equal ones of whom the body has to say who goes on, by a result of a phase. */
export const edgesOf = (tables: Pick<RoundTables, 'phases'>, phase: string, result: PhaseResult): readonly Edge[] => {
  const ranked = tables.phases.find(({ id }) => id === phase);
  if (ranked === undefined) return [];
  return phasesAfter(tables, phase).flatMap(({ id, admits }) =>
    admittedEntries(admits, { phase: ranked, result }).open.map(({ subjects, places, atMost }) => ({
      ...{ phase: id, entryIds: [...subjects].sort(), places, atMost },
    })),
  );
};

type Admittable = AdmitEntry['entry'];

/** Whom an earlier round admits; undefined while there is no result of it that stands, or the body has not chosen among equal ones. */
export const admittedBy = (earlier: Round, { id, admits }: LaterPhase): readonly Admittable[] | undefined => {
  if (!isClosed(earlier)) return undefined;
  const result = latestResult(earlier);
  const phase = earlier.tables.phases.find(({ id }) => id === earlier.phase);
  if (result === undefined || phase === undefined || isOutdated(earlier)) return undefined;
  const chosen = earlier.goingOn.findLast((one) => one.result === earlier.results.length && one.phase === id);
  // In the classes that the result has ranked them in.
  const ranked = { phase, result: rankingOf(phase, result, result.basis.entries) };
  const { entries, open } = admittedEntries(admits, ranked, chosen?.entryIds);
  if (open.length > 0) return undefined;
  const known = new Map(earlier.entries.map((entry) => [entry.entryId, entry]));
  return entries.flatMap(({ entryId, rank }) => {
    const entry = known.get(entryId);
    if (entry === undefined) return [];
    const { out: _out, judged: _judged, ...rest } = entry;
    return [{ ...rest, fromRound: earlier.roundId, rank }];
  });
};

/**
 * What brings a prepared round in line with the earlier phase's latest result: who goes on comes in, who no more does goes out, and the
 * round begins with exactly as many. Once it has opened, nothing of an earlier phase moves it: whoever must go on from a corrected
 * result has the later round annulled, and the next one is filled anew.
 */
export const fillingOrders = (
  earlier: Round,
  later: Round,
  phase: LaterPhase,
  now: string,
): readonly (AdmitEntry | TakeOutEntry | PutBackEntry | SetWindow)[] => {
  const admitted = admittedBy(earlier, phase);
  if (admitted === undefined || later.kind !== 'prepared') return [];
  const goesOn = new Set(admitted.map(({ entryId }) => entryId));
  const here = new Map(later.entries.map((entry) => [entry.entryId, entry]));
  const { window } = later;
  const added = admitted.filter(({ entryId }) => !here.has(entryId));
  return [
    ...added.map((entry) => ({ type: 'AdmitEntry' as const, now, entry })),
    ...later.entries
      .filter(({ entryId, out }) => out === null && !goesOn.has(entryId))
      .map(({ entryId }) => ({ type: 'TakeOutEntry' as const, now, entryId, reason: 'not-admitted' })),
    ...later.entries
      .filter(({ entryId, out }) => out === 'not-admitted' && goesOn.has(entryId))
      .map(({ entryId }) => ({ type: 'PutBackEntry' as const, now, entryId, reason: 'admitted-again' })),
    ...(window === null
      ? []
      : [{ type: 'SetWindow' as const, now, ...window, entered: later.entries.length + added.length }]),
  ];
};
