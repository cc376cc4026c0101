import { isLocalDate, localDateOf } from '@jiangong/calendar';
import { countedWorth } from '@jiangong/scoring';
import { firstRefusal, textRefusal } from '@jiangong/wording';
import type { ChecklistFact } from './facts.ts';
import { type ActsFor, areaOfItem, type ChecklistGround, type FoundItem, itemAt } from './ground.ts';
import { periodOn } from './judged-time.ts';
import {
  ANSWERS_PER_FINDING_MAX,
  COUNT_MAX,
  EVIDENCE_MAX,
  FINDING_CHARACTERS_MAX,
  OCCURRENCES_PER_ENTRY_MAX,
} from './limits.ts';
import { type AnswerFinding, idsOf, type RecordOccurrence, type WithdrawOccurrence } from './orders.ts';
import type { ChecklistRefusal } from './refusals.ts';
import { type Checklist, isClosed, type Occurrence } from './state.ts';
import { stagesOfParty, turnRefusal } from './turns.ts';
import { isOpenIn } from '../round/stages.ts';
import { isWithdrawingReason } from './words.ts';

type Decision = readonly ChecklistFact[] | ChecklistRefusal;

const SHA256 = /^[0-9a-f]{64}$/u;

/** Nobody finds or marks anything about himself, or about the organization that he acts for. */
export const ownRefusal = (
  { subjectId, homeId, answerable, personId }: ChecklistGround,
  own: FoundItem['source']['own'],
  { party, organizationId }: ActsFor,
): ChecklistRefusal | undefined => {
  if (subjectId === personId || answerable.includes(personId)) return { reason: 'OWN_ENTRY', field: 'entryId' };
  // Who marks what is the owner's own is of his home more often than not.
  const isAllowed = own.by === 'allow' || (own.by === 'party' && own.party === party);
  const isOwn = organizationId === subjectId || (!isAllowed && organizationId === homeId);
  return isOwn ? { reason: 'OWN_ORGANIZATION', field: 'entryId' } : undefined;
};

const evidenceRefusal = (evidence: readonly string[]): ChecklistRefusal | undefined => {
  if (evidence.length > EVIDENCE_MAX)
    return { reason: 'EVIDENCE_INVALID', field: 'evidence', details: { evidenceMax: EVIDENCE_MAX } };
  const wrong = evidence.findIndex((hash, at) => !SHA256.test(hash) || evidence.indexOf(hash) !== at);
  return wrong === -1 ? undefined : { reason: 'EVIDENCE_INVALID', field: `evidence[${wrong}]` };
};

type Placed = FoundItem & Readonly<{ period: number; office: ActsFor }>;

/** Where a finding belongs: the item of the period of its day, and by what right it is recorded. */
const placed = (list: Checklist, order: RecordOccurrence): Placed | ChecklistRefusal => {
  const { ground, itemId, effectiveOn, now } = order;
  const found = areaOfItem(ground, order);
  if (found === undefined) return { reason: 'ITEM_UNKNOWN', field: 'itemId' };
  const office = ground.actsFor.find(({ party }) => party === found.rules.owners[itemId]);
  if (office === undefined) return { reason: 'ITEM_NOT_YOURS', field: 'itemId' };
  const own = ownRefusal(ground, found.source.own, office);
  if (own) return own;
  const turn = turnRefusal(stagesOfParty(ground, office.party), now);
  if (turn) return turn;
  if (!isLocalDate(effectiveOn) || effectiveOn > localDateOf(now))
    return { reason: 'EFFECTIVE_ON_INVALID', field: 'effectiveOn' };
  const part = found.rules.parts[found.area.id] ?? 'round';
  const period = periodOn(found.rules.time, part, effectiveOn);
  if (period === undefined || isClosed(list, part, period))
    return { reason: 'PERIOD_NOT_OPEN', field: 'effectiveOn', details: { part, period: period ?? 0 } };
  const item = itemAt(ground, order, period);
  return item === undefined ? { reason: 'ITEM_UNKNOWN', field: 'itemId' } : { ...item, period, office };
};

const countOf = ({ occurrences }: Checklist, { sourceId, itemId }: RecordOccurrence, period: number): number =>
  occurrences
    .filter((one) => one.sourceId === sourceId && one.itemId === itemId && one.period === period)
    .reduce((sum, { count, withdrawn }) => sum + (withdrawn === null ? count : 0), 0);

/** What was done wrong is a finding though it takes no more points; what earns none any more need not be recorded. */
const countRefusal = (
  list: Checklist,
  order: RecordOccurrence,
  { item, period }: Placed,
): ChecklistRefusal | undefined => {
  if (item.per === null) return { reason: 'ITEM_NOT_COUNTED', field: 'itemId' };
  const { count } = order;
  if (!Number.isSafeInteger(count) || count < 1 || count > COUNT_MAX)
    return { reason: 'COUNT_INVALID', field: 'count', details: { countMax: COUNT_MAX } };
  if (item.per > 0 && countedWorth(item, countOf(list, order, period)) >= item.cap)
    return { reason: 'CAP_REACHED', field: 'itemId', details: { cap: item.cap } };
  return list.occurrences.length >= OCCURRENCES_PER_ENTRY_MAX
    ? { reason: 'TOO_MANY_OCCURRENCES', details: { occurrencesMax: OCCURRENCES_PER_ENTRY_MAX } }
    : undefined;
};

export const recordOccurrence = (list: Checklist, order: RecordOccurrence): Decision => {
  const { ground, sourceId, itemId, occurrenceId, effectiveOn, count, evidence, finding } = order;
  if (ground.hindrance !== null) return { reason: ground.hindrance, field: 'entryId' };
  if (list.occurrences.some((one) => one.occurrenceId === occurrenceId)) return [];
  const at = placed(list, order);
  if ('reason' in at) return at;
  const refusal = firstRefusal<ChecklistRefusal>(
    countRefusal(list, order, at),
    evidenceRefusal(evidence),
    textRefusal(finding, { field: 'finding', charactersMax: FINDING_CHARACTERS_MAX, lines: 'many' }),
  );
  if (refusal) return refusal;
  const { period, office } = at;
  return [
    {
      type: 'OccurrenceRecorded.v1',
      data: {
        ...idsOf(order),
        ...{ sourceId, itemId, period, occurrenceId, effectiveOn, count, evidence },
        recordedBy: ground.personId,
        party: office.party,
        grantId: office.grantId,
        prose: { finding },
      },
    },
  ];
};

export const standing = (list: Checklist, occurrenceId: string): Occurrence | ChecklistRefusal => {
  const found = list.occurrences.find((one) => one.occurrenceId === occurrenceId);
  if (found === undefined) return { reason: 'OCCURRENCE_UNKNOWN', field: 'occurrenceId' };
  return found.withdrawn === null ? found : { reason: 'OCCURRENCE_WITHDRAWN', field: 'occurrenceId' };
};

/** While its stage and the period are open, by whoever may record it; afterwards one proposes and another carries out. */
export const withdrawOccurrence = (list: Checklist, order: WithdrawOccurrence): Decision => {
  const { ground, occurrenceId, reason, why, now } = order;
  if (ground.hindrance !== null) return { reason: ground.hindrance, field: 'entryId' };
  const found = standing(list, occurrenceId);
  if ('reason' in found) return found;
  const list_ = areaOfItem(ground, found);
  const office = ground.actsFor.find(({ party }) => party === list_?.rules.owners[found.itemId]);
  if (list_ === undefined || office === undefined) return { reason: 'ITEM_NOT_YOURS', field: 'occurrenceId' };
  const own = ownRefusal(ground, list_.source.own, office);
  if (own) return own;
  const isOver = !isOpenIn(stagesOfParty(ground, office.party), now);
  if (isOver || isClosed(list, list_.rules.parts[list_.area.id] ?? 'round', found.period))
    return { reason: 'PROPOSAL_NEEDED', field: 'occurrenceId' };
  if (!isWithdrawingReason(reason)) return { reason: 'WITHDRAWING_REASON_UNKNOWN', field: 'reason' };
  const text = textRefusal(why, { field: 'why', charactersMax: FINDING_CHARACTERS_MAX, lines: 'many' });
  if (text) return text;
  const data = { ...idsOf(order), occurrenceId, reason, withdrawnBy: ground.personId, prose: { why } };
  return [{ type: 'OccurrenceWithdrawn.v1', data: { ...data, proposalId: null, proposedBy: null } }];
};

/** Until the decision: also when the period is closed, for that is when somebody reads what was found about him. */
export const answerFinding = (list: Checklist, order: AnswerFinding): Decision => {
  const { ground, occurrenceId, answer } = order;
  if (ground.correcting !== null) return { reason: ground.correcting, field: 'entryId' };
  if (!ground.isSubject) return { reason: 'NOT_THE_SUBJECT', field: 'entryId' };
  const found = standing(list, occurrenceId);
  if ('reason' in found) return found;
  if (areaOfItem(ground, found)?.rules.answer !== true) return { reason: 'ANSWER_NOT_ASKED', field: 'occurrenceId' };
  if (found.answers >= ANSWERS_PER_FINDING_MAX)
    return { reason: 'ANSWERED_TOO_OFTEN', details: { answersMax: ANSWERS_PER_FINDING_MAX } };
  const text = textRefusal(answer, { field: 'answer', charactersMax: FINDING_CHARACTERS_MAX, lines: 'many' });
  if (text) return text;
  const data = { ...idsOf(order), occurrenceId, answeredBy: ground.personId, prose: { answer } };
  return [{ type: 'FindingAnswered.v1', data }];
};
