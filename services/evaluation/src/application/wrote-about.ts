import type { StoredEvent } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import { isPrepared } from '../domain/round/state.ts';
import type { OfEntry } from './change-checklist.ts';
import type { Evaluation } from './evaluation.ts';
import { bonusIdOf, bonusStream, checklistIdOf, checklistStream, measureIdOf, measureStream } from './streams.ts';

/** By which fact whose word the result of an entry rests on, and in which field of it he stands. */
const AUTHORS: Readonly<Record<string, string>> = {
  'OccurrenceRecorded.v1': 'recordedBy',
  'ItemReviewed.v1': 'reviewedBy',
  'ClaimDecided.v1': 'decidedBy',
  'ClaimReconsidered.v1': 'reconsideredBy',
  'MeasuresRecorded.v1': 'recordedBy',
  'MeasureChanged.v1': 'changedBy',
};

type Authored = Readonly<Record<string, unknown>> &
  Readonly<{ entryId?: string; values?: readonly Readonly<{ entryId: string }>[] }>;

const isAbout = ({ entryId, values }: Authored, asked: string): boolean =>
  entryId === asked || (values?.some((one) => one.entryId === asked) ?? false);

const isBy = ({ type, data }: StoredEvent, entryId: string, personId: string): boolean => {
  const field = AUTHORS[type];
  const authored = data as Authored;
  return field !== undefined && authored[field] === personId && isAbout(authored, entryId);
};

/** Whether the caller found, marked, granted or recorded anything about an entry: he decides no appeal over it. Who sat in a panel stands in the round itself. */
export const wroteAbout = async (
  { ground, readRound }: Pick<Evaluation, 'ground' | 'readRound'>,
  { roundId, entryId }: OfEntry,
  { caller }: CallContext,
): Promise<boolean> => {
  const { round } = await readRound(roundId);
  if (!isPrepared(round)) return false;
  const { checklists = [], bonuses = [], measures = [] } = round.tables;
  const streams = [
    ...(checklists.length === 0 ? [] : [checklistStream(checklistIdOf(roundId, entryId))]),
    ...(bonuses.length === 0 ? [] : [bonusStream(bonusIdOf(roundId, entryId))]),
    ...measures.map(({ sourceId }) => measureStream(measureIdOf(roundId, sourceId))),
  ];
  const read = await Promise.all(streams.map((stream) => ground.store.readStream(stream)));
  return read.flat().some((event) => isBy(event, entryId, caller.personId ?? ''));
};
