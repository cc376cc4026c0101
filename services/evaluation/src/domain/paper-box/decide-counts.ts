import { textRefusal } from '@jiangong/wording';
import type { EntryCount, PaperBoxFact } from './facts.ts';
import type { PaperBoxGround } from './ground.ts';
import type { PaperPoll } from './poll.ts';
import {
  COUNTS_PER_BOX_MAX,
  ENTRIES_PER_COUNT_MAX,
  PAPERS_MAX,
  TALLY_SHEETS_MAX,
  WHY_CHARACTERS_MAX,
} from './limits.ts';
import { type ConfirmPaperCount, type ContradictPaperCount, type CountPapers, idsOf } from './orders.ts';
import { picksRefusal } from './decide-picks.ts';
import type { PaperBoxRefusal } from './refusals.ts';
import { type Count, type PaperBox, standingOf, waitingOf } from './state.ts';

type Decision = readonly PaperBoxFact[] | PaperBoxRefusal;

const SHA256 = /^[0-9a-f]{64}$/u;

/** Why somebody does not count now, whatever he found. */
export const timeRefusal = (
  { opened }: PaperBox,
  { hindrance, isTeller }: PaperBoxGround,
): PaperBoxRefusal | undefined => {
  if (hindrance !== null) return { reason: hindrance, field: 'sourceId' };
  if (!isTeller) return { reason: 'NOT_A_TELLER', field: 'sourceId' };
  return opened === null ? undefined : { reason: 'PAPER_BOX_OPENED', field: 'sourceId' };
};

const isPapers = (count: number): boolean => Number.isSafeInteger(count) && count >= 0 && count <= PAPERS_MAX;

/** More papers than were handed out: somebody voted twice, and nobody can say who. */
export const isVoid = ({ handedOut, found }: Pick<EntryCount, 'handedOut' | 'found'>): boolean => found > handedOut;

/** Every valid paper answers every question by one level. */
const numbersRefusal = (
  { handedOut, found, invalid, marks, ...count }: EntryCount,
  { source }: PaperPoll,
  field: string,
): PaperBoxRefusal | undefined => {
  const isSound = [handedOut, found, invalid, ...marks].every(isPapers) && invalid <= found;
  if (!isSound) return { reason: 'COUNT_NUMBERS_INVALID', field, details: { papersMax: PAPERS_MAX } };
  if (isVoid({ ...count, handedOut, found }))
    return marks.length === 0 && invalid === 0
      ? undefined
      : { reason: 'COUNT_OF_VOID_BOX', field, details: { handedOut, found } };
  const [levels, questions, valid] = [source.levels.length, source.questions?.length ?? 1, found - invalid];
  const sums = Array.from({ length: questions }, (_, at) =>
    marks.slice(at * levels, (at + 1) * levels).reduce((sum, one) => sum + one, 0),
  );
  return marks.length === levels * questions && sums.every((sum) => sum === valid)
    ? undefined
    : { reason: 'COUNT_DOES_NOT_ADD_UP', field, details: { valid } };
};

const evidenceRefusal = (evidence: readonly string[]): PaperBoxRefusal | undefined => {
  if (evidence.length === 0 || evidence.length > TALLY_SHEETS_MAX)
    return { reason: 'EVIDENCE_INVALID', field: 'evidence', details: { evidenceMax: TALLY_SHEETS_MAX } };
  const wrong = evidence.findIndex((hash, at) => !SHA256.test(hash) || evidence.indexOf(hash) !== at);
  return wrong === -1 ? undefined : { reason: 'EVIDENCE_INVALID', field: `evidence[${wrong}]` };
};

const whyRefusal = (why: string): PaperBoxRefusal | undefined =>
  textRefusal(why, { field: 'why', charactersMax: WHY_CHARACTERS_MAX, lines: 'many' });

/** Nobody counts what is said about him, and nobody corrects what he counted or confirmed himself. */
const personRefusal = (
  box: PaperBox,
  { entries }: PaperBoxGround,
  entryId: string,
  personId: string,
): PaperBoxRefusal | undefined => {
  const entry = entries.find((one) => one.entryId === entryId);
  if (entry === undefined) return { reason: 'ENTRY_NOT_IN_ROUND' };
  if (entry.own || personId === '') return { reason: 'OWN_ENTRY' };
  const stands = standingOf(box, entryId);
  return stands !== undefined && (stands.countedBy === personId || stands.settledBy === personId)
    ? { reason: 'COUNTED_BY_YOU' }
    : undefined;
};

/** No more papers were handed out than people were present; while no meeting is on record nobody was. */
export const presentRefusal = (
  { attendance }: PaperBoxGround,
  { handedOut }: Pick<EntryCount, 'handedOut'>,
  field: string,
): PaperBoxRefusal | undefined =>
  attendance !== null && handedOut > attendance
    ? { reason: 'PAPERS_BEYOND_PRESENT', field, details: { present: attendance, handedOut } }
    : undefined;

/** One person says what is in the box, entry by entry: all of it, or nothing. */
export const countPapers = (box: PaperBox, order: CountPapers): Decision => {
  const { ground, by, countId, counted, evidence, why } = order;
  const late = timeRefusal(box, ground);
  if (late) return late;
  const { poll } = ground;
  if (poll === null) return { reason: 'NO_PAPER_BOX', field: 'sourceId' };
  const entryIds = counted.map(({ entryId }) => entryId);
  if (entryIds.length === 0 || entryIds.length > ENTRIES_PER_COUNT_MAX || new Set(entryIds).size !== entryIds.length)
    return { reason: 'COUNT_NOT_WHOLE', field: 'entries', details: { entriesMax: ENTRIES_PER_COUNT_MAX } };
  if (box.counts.length >= COUNTS_PER_BOX_MAX)
    return { reason: 'TOO_MANY_COUNTS', field: 'sourceId', details: { countsMax: COUNTS_PER_BOX_MAX } };
  for (const [at, count] of counted.entries()) {
    const field = `entries[${at}]`;
    const person = personRefusal(box, ground, count.entryId, by.personId);
    if (person) return { ...person, field: `${field}.entryId` };
    if (waitingOf(box, count.entryId)) return { reason: 'COUNT_WAITS', field: `${field}.entryId` };
    const numbers = numbersRefusal(count, poll, field) ?? presentRefusal(ground, count, field);
    if (numbers) return numbers;
  }
  const picks = picksRefusal({ poll, papers: ground.papers }, counted);
  if (picks) return picks;
  const isCorrection = entryIds.some((entryId) => standingOf(box, entryId) !== undefined);
  const text = evidenceRefusal(evidence) ?? (isCorrection || why !== '' ? whyRefusal(why) : undefined);
  if (text) return text;
  const { personId: countedBy, role } = by;
  const data = { ...idsOf(order), countId, entryIds, counted, evidence, countedBy, role, prose: { why } };
  return [{ type: 'PaperCounted.v1', data }];
};

const waitingCount = (box: PaperBox, countId: string): Count | PaperBoxRefusal => {
  const count = box.counts.find((one) => one.countId === countId);
  if (count === undefined) return { reason: 'COUNT_NOT_FOUND', field: 'countId' };
  return count.standing === 'waiting' ? count : { reason: 'COUNT_SETTLED', field: 'countId' };
};

/** A second person, who counted none of what stood before either, found the same. */
export const confirmCount = (box: PaperBox, order: ConfirmPaperCount): Decision => {
  const { ground, by, countId } = order;
  const count = timeRefusal(box, ground) ?? waitingCount(box, countId);
  if ('reason' in count) return count;
  if (count.countedBy === by.personId) return { reason: 'COUNTED_BY_YOU', field: 'countId' };
  for (const entryId of count.entryIds) {
    const person = personRefusal(box, ground, entryId, by.personId);
    if (person) return { ...person, field: 'countId' };
  }
  const { personId: confirmedBy, role } = by;
  return [{ type: 'PaperCountConfirmed.v1', data: { ...idsOf(order), countId, confirmedBy, role } }];
};

/** Another person found otherwise; whoever counted may take it back himself. */
export const contradictCount = (box: PaperBox, order: ContradictPaperCount): Decision => {
  const { ground, by, countId, why } = order;
  const count = timeRefusal(box, ground) ?? waitingCount(box, countId);
  if ('reason' in count) return count;
  const isOwn = ground.entries.some(({ entryId, own }) => own && count.entryIds.includes(entryId));
  if (isOwn) return { reason: 'OWN_ENTRY', field: 'countId' };
  const text = whyRefusal(why);
  if (text) return text;
  const { personId: contradictedBy, role } = by;
  return [
    { type: 'PaperCountContradicted.v1', data: { ...idsOf(order), countId, contradictedBy, role, prose: { why } } },
  ];
};
