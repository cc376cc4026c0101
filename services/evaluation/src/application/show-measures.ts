import type { CallContext } from '@jiangong/service-host';
import { MEASURE_SECOND_ROLES } from '../domain/measure/decide-proposals.ts';
import { isOfOneEntry } from '../domain/measure/documents.ts';
import type { GivenMeasure, OfValue } from '../domain/measure/facts.ts';
import { type MeasureGround, measureGroundOf, type OpenMeasure } from '../domain/measure/ground.ts';
import type { MeasureRefusal } from '../domain/measure/refusals.ts';
import { isOffice, type MeasureReader, readsAny, shownOf } from '../domain/measure/shown.ts';
import type { OpenProposal } from '../domain/measure/state.ts';
import type { Candidate } from '../domain/round/holders.ts';
import { isPrepared, type PreparedRound } from '../domain/round/state.ts';
import { callerIn, type OfEntry } from './change-checklist.ts';
import type { Evaluation } from './evaluation.ts';
import { type MeasureEvent, type MeasureRead, readRoundMeasures } from './read-measure.ts';
import { type Write, writings, type Written } from './written.ts';

/** What a value was from a moment on, with what was written about it. */
export type ShownVersion = Readonly<{
  given: GivenMeasure | null;
  because: string;
  evidence: readonly string[];
  origin: Written;
  why: string;
  settled: boolean;
  /** Whether the reader may open the documents. */
  opensEvidence: boolean;
}>;

export type ShownValue = OfValue & Readonly<{ open: OpenMeasure; versions: readonly ShownVersion[] }>;
export type ShownMeasureProposal = OpenProposal & Readonly<{ open: OpenMeasure; origin: string; why: string }>;

/** What was recorded of an entry as one reader may see it. */
export type ShownMeasures = Readonly<{
  round: PreparedRound;
  entryId: string;
  ground: MeasureGround;
  reader: MeasureReader;
  measures: readonly OpenMeasure[];
  values: readonly ShownValue[];
  proposals: readonly ShownMeasureProposal[];
}>;

/** Whether somebody may carry out what is proposed about a round: by a role held at its committee, or above it. */
const isSecond = ({ committeeId }: PreparedRound, { grants }: Candidate): boolean =>
  grants.some(
    ({ role, organizationId, stands }) =>
      MEASURE_SECOND_ROLES.some((second) => second === role) && (organizationId === committeeId || stands === 'above'),
  );

const versionOf = async (
  { event, fact }: MeasureEvent,
  { entryId, attempt }: OfValue,
  opens: (evidence: readonly string[]) => boolean,
  write: Write,
): Promise<ShownVersion | undefined> => {
  if (fact.type === 'MeasuresRecorded.v1') {
    const at = fact.data.values.findIndex((one) => one.entryId === entryId && one.attempt === attempt);
    if (at === -1) return undefined;
    const { evidence, recordedBy } = fact.data;
    const origin = await write(event, 'origin', recordedBy);
    const given = fact.data.given[at] ?? null;
    return { given, because: '', evidence, origin, why: '', settled: false, opensEvidence: opens(evidence) };
  }
  if (fact.type !== 'MeasureChanged.v1') return undefined;
  const { given, because, evidence, changedBy, proposalId } = fact.data;
  if (fact.data.entryId !== entryId || fact.data.attempt !== attempt) return undefined;
  const origin = await write(event, 'origin', changedBy);
  const { text: why } = await write(event, 'why', changedBy);
  return { given, because, evidence, origin, why, settled: proposalId !== null, opensEvidence: opens(evidence) };
};

const valuesOf = async (
  { open, measure, read }: MeasureRead,
  entryId: string,
  reader: MeasureReader,
  write: Write,
): Promise<readonly ShownValue[]> => {
  const shown = shownOf(measure, open, entryId, reader);
  const facts = read.map(({ fact }) => fact);
  const opens = (evidence: readonly string[]): boolean =>
    isOffice(reader, open) || evidence.every((sha256) => isOfOneEntry(facts, sha256));
  const values: ShownValue[] = [];
  for (const { attempt } of shown.values.values()) {
    const versions: ShownVersion[] = [];
    for (const one of read) {
      const version = await versionOf(one, { entryId, attempt }, opens, write);
      if (version !== undefined) versions.push(version);
    }
    values.push({ open, entryId, attempt, versions });
  }
  return values.sort((a, b) => a.attempt - b.attempt);
};

const proposalsOf = (
  { open, measure, read }: MeasureRead,
  entryId: string,
  reader: MeasureReader,
  write: Write,
): Promise<readonly ShownMeasureProposal[]> =>
  Promise.all(
    shownOf(measure, open, entryId, reader).proposals.map(async (proposal) => {
      const origin = read.find(
        ({ fact }) => fact.type === 'ActProposed.v1' && fact.data.proposalId === proposal.proposalId,
      );
      if (origin === undefined) return { ...proposal, open, origin: '', why: '' };
      const [from, why] = await Promise.all([
        write(origin.event, 'origin', proposal.proposedBy),
        write(origin.event, 'why', proposal.proposedBy),
      ]);
      return { ...proposal, open, origin: from.text, why: why.text };
    }),
  );

/** By what right the caller reads what was recorded of one entry. */
export const readEntryMeasures = async (evaluation: Evaluation, { roundId, entryId }: OfEntry, call: CallContext) => {
  const none: MeasureRefusal = { reason: 'NO_MEASURE', field: 'entryId' };
  const { round } = await evaluation.readRound(roundId);
  if (!isPrepared(round)) return none;
  const measures = await readRoundMeasures(evaluation, round);
  const [first] = measures;
  if (first === undefined) return none;
  const person = await callerIn(evaluation, round, call);
  const spoken = { sourceId: first.open.source.id, entryIds: [entryId] };
  const ground = measureGroundOf(round, spoken, person, call.now);
  const entry = ground.entries[entryId];
  const absent: MeasureRefusal = { reason: 'ENTRY_NOT_IN_ROUND', field: 'entryId' };
  if (entry === undefined) return absent;
  const reader: MeasureReader = { entry, second: isSecond(round, person) };
  const refusal: MeasureRefusal = { reason: 'MEASURE_NOT_YOURS', field: 'entryId' };
  return readsAny(measures, entryId, reader) ? { round, ground, reader, measures } : refusal;
};

/** What was recorded of one entry, as the caller may read it. */
export const showMeasures =
  (evaluation: Evaluation) =>
  async (of: OfEntry, call: CallContext): Promise<ShownMeasures | MeasureRefusal> => {
    const found = await readEntryMeasures(evaluation, of, call);
    if ('reason' in found) return found;
    const { round, ground, reader, measures } = found;
    const { entryId } = of;
    const write = writings(evaluation);
    const values = await Promise.all(measures.map((one) => valuesOf(one, entryId, reader, write)));
    const proposals = await Promise.all(measures.map((one) => proposalsOf(one, entryId, reader, write)));
    return {
      ...{ round, entryId, ground, reader },
      measures: measures.map(({ open }) => open),
      values: values.flat(),
      proposals: proposals.flat().sort((a, b) => (a.proposedAt < b.proposedAt ? -1 : 1)),
    };
  };
