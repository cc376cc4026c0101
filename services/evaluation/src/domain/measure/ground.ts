import type { MeasureSource } from '@jiangong/scoring';
import {
  type ActsFor,
  correctingOf,
  type EntryGround,
  entryGroundOf,
  type EntryHindrance,
  nobodyIn,
  recordingWindowOf,
  windowOf,
} from '../round/entry-ground.ts';
import type { Candidate } from '../round/holders.ts';
import { isBeforeStages, stageHindrance } from '../round/stages.ts';
import { entryOf, type PreparedRound, type Round } from '../round/state.ts';
import type { MeasureRules } from './rules.ts';

/** Why nothing at all happens to this measure now. */
export type MeasureHindrance =
  | EntryHindrance
  | 'NO_MEASURE'
  | 'STAGE_NOT_YOURS_NOW'
  | 'ROUND_NOT_CLOSED'
  | 'PROPOSAL_NEEDED';

/** A measure with who records it. */
export type OpenMeasure = Readonly<{ source: MeasureSource; rules: MeasureRules }>;

/** What a measure must know of the round, of the entries that are spoken of, and of the caller as he stands now. */
export type MeasureGround = Readonly<{
  /** Why one person records no value now. */
  hindrance: MeasureHindrance | null;
  /** Why one person changes none that stands: neither once a score was shown in the hall, by which it could be chosen (rule 7). */
  changing: MeasureHindrance | null;
  /** Why two persons settle nothing: they do until the decision. */
  correcting: MeasureHindrance | null;
  /** Why the platform counts nothing: it does when the round is closed, until its sheets are opened. */
  computing: MeasureHindrance | null;
  rules: MeasureRules | null;
  personId: string;
  actsFor: readonly ActsFor[];
  /** The entries that are spoken of and judged, by id. */
  entries: Readonly<Record<string, EntryGround>>;
}>;

/** The measures that this round's phase takes: those of others are recorded in the rounds of these. */
export const measuresOf = ({ tables, phase }: Pick<PreparedRound, 'tables' | 'phase'>): readonly OpenMeasure[] => {
  const rows = tables.phases.find(({ id }) => id === phase)?.rows ?? [];
  const taken = new Set(rows.flatMap((row) => (row.op === 'take-measure' ? [row.source] : [])));
  return (tables.measures ?? []).flatMap((rules) => {
    const source = tables.sources.find(({ id }) => id === rules.sourceId);
    return source?.kind === 'measure' && taken.has(source.id) ? [{ source, rules }] : [];
  });
};

export type Spoken = Readonly<{ sourceId: string; entryIds: readonly string[] }>;

const nothing = (hindrance: MeasureHindrance, personId: string): MeasureGround => ({
  hindrance,
  changing: hindrance,
  correcting: hindrance,
  computing: hindrance,
  rules: null,
  entries: {},
  personId,
  actsFor: [],
});

const computingOf = (round: PreparedRound): MeasureHindrance | null => {
  if (round.kind !== 'closed') return 'ROUND_NOT_CLOSED';
  return round.measuresRead === undefined ? null : 'PROPOSAL_NEEDED';
};

export const measureGroundOf = (
  round: Round,
  { sourceId, entryIds }: Spoken,
  person: Candidate,
  now: string,
): MeasureGround => {
  const { personId } = person;
  if (round.kind === 'absent') return nothing('ROUND_NOT_FOUND', personId);
  const open = measuresOf(round).find(({ source }) => source.id === sourceId);
  if (open === undefined) return nothing('NO_MEASURE', personId);
  const spoken = entryIds.flatMap((entryId): [string, EntryGround][] => {
    const entry = entryOf(round, entryId);
    return entry === undefined || entry.out !== null ? [] : [[entryId, entryGroundOf(round, entry, person)]];
  });
  const [first] = round.entries;
  const isComputed = open.rules.computed !== undefined;
  const ofStage = isComputed ? null : stageHindrance(round, open.rules.by, now);
  return {
    hindrance: recordingWindowOf(round, now) ?? ofStage,
    changing: windowOf(round, now) ?? ofStage,
    // What is recorded in a stage is settled by two persons behind it, and by nobody before it.
    correcting:
      correctingOf(round) ?? (!isComputed && isBeforeStages(round, open.rules.by, now) ? 'STAGE_NOT_YOURS_NOW' : null),
    computing: computingOf(round),
    rules: open.rules,
    personId,
    // By what right somebody acts is the same towards every entry.
    actsFor: (first === undefined ? nobodyIn(personId) : entryGroundOf(round, first, person)).actsFor,
    entries: Object.fromEntries(spoken),
  };
};

/** By what right the caller records this measure; undefined: by none. */
export const recordsFor = (actsFor: readonly ActsFor[], { by }: Pick<MeasureRules, 'by'>): ActsFor | undefined =>
  actsFor.find(({ party }) => party === by);
