import type { CallContext } from '@jiangong/service-host';
import { measureGroundOf, measuresOf, type OpenMeasure, recordsFor } from '../domain/measure/ground.ts';
import type { GivenMeasure } from '../domain/measure/facts.ts';
import { entryGroundOf } from '../domain/round/entry-ground.ts';
import { entriesIn, type PreparedRound } from '../domain/round/state.ts';
import { callerIn } from './change-checklist.ts';
import type { Evaluation } from './evaluation.ts';
import { type MeasureRead, readRoundMeasures } from './read-measure.ts';
import { oversees } from './show-checklist.ts';

export const MEASURE_PROGRESS = ['none', 'some', 'whole'] as const;

export type RowValue = GivenMeasure & Readonly<{ open: OpenMeasure; attempt: number }>;

export type MeasureLine = Readonly<{
  entryId: string;
  title: string;
  homeId: string;
  track: string;
  recorded: number;
  lacking: number;
  proposals: number;
  progress: (typeof MEASURE_PROGRESS)[number];
  /** Of the measures that the caller records. */
  values: readonly RowValue[];
}>;

const standingIn = ({ open, measure }: MeasureRead): ReadonlyMap<string, readonly RowValue[]> => {
  const byEntry = new Map<string, RowValue[]>();
  for (const { entryId, attempt, given } of measure.values.values()) {
    if (given === null) continue;
    const list = byEntry.get(entryId) ?? [];
    list.push({ open, attempt, ...given });
    byEntry.set(entryId, list);
  }
  for (const list of byEntry.values()) list.sort((a, b) => a.attempt - b.attempt);
  return byEntry;
};

type Line = Pick<MeasureLine, 'recorded' | 'lacking' | 'proposals' | 'progress'>;

const lineOf = (
  read: readonly Readonly<{ found: MeasureRead; standing: ReadonlyMap<string, readonly RowValue[]> }>[],
  entryId: string,
): Line => {
  const held = read.map(({ standing }) => standing.get(entryId)?.length ?? 0);
  const recorded = held.reduce((sum, one) => sum + one, 0);
  const lacking = held.filter((one) => one === 0).length;
  const proposals = read.reduce(
    (sum, { found }) => sum + found.measure.proposals.filter(({ terms }) => terms.entryId === entryId).length,
    0,
  );
  return { recorded, lacking, proposals, progress: lacking === 0 ? 'whole' : recorded === 0 ? 'none' : 'some' };
};

export type MeasureProgress = Readonly<{
  measures: readonly Readonly<{ open: OpenMeasure; records: boolean }>[];
  hindrance: string;
  lines: readonly MeasureLine[];
}>;

/** How far a round is measured: counts for those who oversee it, values for those who record them, nothing for others. */
export const measureProgress =
  (evaluation: Evaluation) =>
  async (round: PreparedRound, call: CallContext): Promise<MeasureProgress> => {
    const [person, found] = await Promise.all([
      callerIn(evaluation, round, call),
      readRoundMeasures(evaluation, round),
    ]);
    const read = found.map((one) => ({ found: one, standing: standingIn(one) }));
    const overseer = oversees(round, person);
    const { hindrance, actsFor } = measureGroundOf(
      round,
      { sourceId: found[0]?.open.source.id ?? '', entryIds: [] },
      person,
      call.now,
    );
    const isMine = ({ rules }: OpenMeasure): boolean => recordsFor(actsFor, rules) !== undefined;
    const measures = found.map(({ open }) => ({ open, records: isMine(open) }));
    const mine = read.filter(({ found: { open } }) => isMine(open));
    const told = overseer || mine.length > 0;
    return {
      ...{ measures: told ? measures : [], hindrance: hindrance ?? '' },
      lines: !told
        ? []
        : entriesIn(round).map(({ entryId, title, homeId, track }) => ({
            ...{ entryId, title, homeId, track, ...lineOf(read, entryId) },
            values: mine.flatMap(({ standing }) => standing.get(entryId) ?? []),
          })),
    };
  };

/** What of a round's measures concerns the caller. */
export type MyMeasureLine = Readonly<{
  round: PreparedRound;
  concern: 'office' | 'subject';
  entryId: string;
  title: string;
  hindrance: string;
  entries: number;
  whole: number;
}>;

export const myMeasuresIn =
  (evaluation: Evaluation) =>
  async (round: PreparedRound, call: CallContext): Promise<readonly MyMeasureLine[]> => {
    const [first] = measuresOf(round);
    if (first === undefined) return [];
    const person = await callerIn(evaluation, round, call);
    const entries = entriesIn(round);
    const mine = entries.filter((entry) => entryGroundOf(round, entry, person).isSubject);
    const { hindrance, actsFor } = measureGroundOf(
      round,
      { sourceId: first.source.id, entryIds: [] },
      person,
      call.now,
    );
    const office = measuresOf(round).some(({ rules }) => recordsFor(actsFor, rules) !== undefined);
    if (!office && mine.length === 0) return [];
    const read = (await readRoundMeasures(evaluation, round)).map((found) => ({ found, standing: standingIn(found) }));
    const isWhole = ({ entryId }: Readonly<{ entryId: string }>): boolean => lineOf(read, entryId).progress === 'whole';
    const about = { round, hindrance: hindrance ?? '' };
    const ofOffice: MyMeasureLine = {
      ...{ ...about, concern: 'office', entryId: '', title: '' },
      ...{ entries: entries.length, whole: entries.filter(isWhole).length },
    };
    const ofSubjects = mine.map((entry): MyMeasureLine => {
      const { entryId, title } = entry;
      return { ...about, concern: 'subject', entryId, title, entries: 1, whole: isWhole(entry) ? 1 : 0 };
    });
    return [...(office ? [ofOffice] : []), ...ofSubjects];
  };
