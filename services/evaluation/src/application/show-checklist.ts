import type { StoredEvent } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import { checklistDecider } from '../domain/checklist/decider.ts';
import type {
  ChecklistActProposed,
  ChecklistFact,
  FindingAnswered,
  ItemReviewed,
  OccurrenceRecorded,
  OccurrenceWithdrawn,
  SelfScored,
} from '../domain/checklist/facts.ts';
import { groundOf } from '../domain/checklist/ground.ts';
import { type Reader, shownOf } from '../domain/checklist/shown.ts';
import type { Checklist, ItemMarks, Occurrence } from '../domain/checklist/state.ts';
import type { Candidate } from '../domain/round/holders.ts';
import { isPrepared, type PreparedRound } from '../domain/round/state.ts';
import { facingIn, type OfEntry } from './change-checklist.ts';
import { checklistCodec } from './checklist-codec.ts';
import type { Evaluation } from './evaluation.ts';
import { checklistIdOf, checklistStream } from './streams.ts';
import { type Write, writings, type Written } from './written.ts';

export type ShownFinding = Occurrence &
  Readonly<{ finding: Written; withdrawal: Written | null; said: readonly Written[] }>;
export type ShownMark = ItemMarks & Readonly<{ remark: Written }>;
export type ShownProposal = Checklist['proposals'][number] & Readonly<{ why: string }>;

/** A list as one reader may see it. */
export type ShownChecklist = Readonly<{
  round: PreparedRound;
  entryId: string;
  reader: Reader;
  periods: Checklist['periods'];
  findings: readonly ShownFinding[];
  marks: readonly ShownMark[];
  proposals: readonly ShownProposal[];
}>;

/** The office that runs the edition, its leaders, inspection and auditors. */
const OVERSEEING: readonly string[] = ['committee-officer', 'committee-leader', 'discipline-inspector', 'auditor'];

/** Whether somebody oversees a round: by a role held at its committee, or above it. */
export const oversees = ({ committeeId }: PreparedRound, { grants }: Candidate): boolean =>
  grants.some(
    ({ role, organizationId, stands }) =>
      OVERSEEING.includes(role) && (organizationId === committeeId || stands === 'above'),
  );

type FactOf<T extends ChecklistFact['type']> = Extract<ChecklistFact, { type: T }>['data'];

const eventsOf = <T extends ChecklistFact['type']>(
  events: readonly StoredEvent[],
  type: T,
): readonly Readonly<{ event: StoredEvent; data: FactOf<T> }>[] =>
  events.filter((event) => event.type === type).map((event) => ({ event, data: event.data as FactOf<T> }));

const findingsOf = async (
  events: readonly StoredEvent[],
  { occurrences }: Checklist,
  write: Write,
): Promise<readonly ShownFinding[]> => {
  const recorded = eventsOf<OccurrenceRecorded['type']>(events, 'OccurrenceRecorded.v1');
  const withdrawn = eventsOf<OccurrenceWithdrawn['type']>(events, 'OccurrenceWithdrawn.v1');
  const answered = eventsOf<FindingAnswered['type']>(events, 'FindingAnswered.v1');
  const found: ShownFinding[] = [];
  for (const occurrence of occurrences) {
    const isOf = ({ data }: Readonly<{ data: Readonly<{ occurrenceId: string }> }>): boolean =>
      data.occurrenceId === occurrence.occurrenceId;
    const origin = recorded.find(isOf);
    if (origin === undefined) continue;
    const end = withdrawn.find(isOf);
    found.push({
      ...occurrence,
      finding: await write(origin.event, 'finding', origin.data.recordedBy),
      withdrawal: end === undefined ? null : await write(end.event, 'why', end.data.withdrawnBy),
      said: await Promise.all(answered.filter(isOf).map(({ event, data }) => write(event, 'answer', data.answeredBy))),
    });
  }
  return found.toReversed();
};

const marksOf = async (
  events: readonly StoredEvent[],
  { marks }: Checklist,
  write: Write,
): Promise<readonly ShownMark[]> => {
  const selves = eventsOf<SelfScored['type']>(events, 'SelfScored.v1').map(({ event, data }) => ({
    ...{ event, by: 'self', person: data.scoredBy },
    data,
  }));
  const reviews = eventsOf<ItemReviewed['type']>(events, 'ItemReviewed.v1').map(({ event, data }) => ({
    ...{ event, by: data.party, person: data.reviewedBy },
    data,
  }));
  const shown: ShownMark[] = [];
  for (const mark of marks.filter((one) => one.marks.length > 0)) {
    const latest = [...selves, ...reviews].findLast(
      ({ by, data }) =>
        by === mark.by && data.sourceId === mark.sourceId && data.itemId === mark.itemId && data.period === mark.period,
    );
    if (latest !== undefined) shown.push({ ...mark, remark: await write(latest.event, 'remark', latest.person) });
  }
  return shown;
};

const proposalsOf = async (
  events: readonly StoredEvent[],
  { proposals }: Checklist,
  write: Write,
): Promise<readonly ShownProposal[]> => {
  const proposed = eventsOf<ChecklistActProposed['type']>(events, 'ActProposed.v1');
  return Promise.all(
    proposals.map(async (proposal) => {
      const origin = proposed.find(({ data }) => data.proposalId === proposal.proposalId);
      return {
        ...proposal,
        why: origin === undefined ? '' : (await write(origin.event, 'why', proposal.proposedBy)).text,
      };
    }),
  );
};

/** What of one entry's list the caller may read, before any prose is opened; undefined where there is no such round, entry or list. */
export const readList = async (evaluation: Evaluation, { roundId, entryId }: OfEntry, call: CallContext) => {
  const { round } = await evaluation.readRound(roundId);
  if (!isPrepared(round)) return undefined;
  const person = await facingIn(evaluation, round, call, entryId);
  const ground = groundOf(round, entryId, person, call.now);
  if (ground.lists.length === 0) return undefined;
  const reader: Reader = { ground, overseer: oversees(round, person) };
  const events = await evaluation.ground.store.readStream(checklistStream(checklistIdOf(roundId, entryId)));
  const codec = checklistCodec(evaluation.ground.privacy);
  let list = checklistDecider.initial;
  for (const event of events) list = checklistDecider.evolve(list, await codec.fromStored(event));
  return { round, reader, events, shown: shownOf(list, reader) };
};

/** One entry's list as the caller may read it; undefined where there is no such round, entry or list. */
export const showChecklist =
  (evaluation: Evaluation) =>
  async (of: OfEntry, call: CallContext): Promise<ShownChecklist | undefined> => {
    const found = await readList(evaluation, of, call);
    if (found === undefined) return undefined;
    const { round, reader, events, shown } = found;
    const write = writings(evaluation);
    return {
      ...{ round, entryId: of.entryId, reader },
      periods: shown.periods,
      findings: await findingsOf(events, shown, write),
      marks: await marksOf(events, shown, write),
      proposals: await proposalsOf(events, shown, write),
    };
  };
