import { localDateOf } from '@jiangong/calendar';
import { checkMarksFault } from '@jiangong/scoring';
import { textRefusal } from '@jiangong/wording';
import { ownRefusal } from './decide-occurrences.ts';
import type { ChecklistFact } from './facts.ts';
import { type ActsFor, areaOfItem, type ChecklistGround, type FoundItem, itemAt } from './ground.ts';
import { daysOf, periodCount } from './judged-time.ts';
import { FINDING_CHARACTERS_MAX, MARKS_PER_ITEM_MAX } from './limits.ts';
import { idsOf, type ReviewItem, type ScoreSelf } from './orders.ts';
import { markingFor, marksIn } from './own-items.ts';
import type { ChecklistRefusal } from './refusals.ts';
import { type Checklist, isClosed, marksOf } from './state.ts';
import { stagesOfParty, stagesOfSelf, turnRefusal } from './turns.ts';
import { isOpenIn } from '../round/stages.ts';

type Decision = readonly ChecklistFact[] | ChecklistRefusal;
type Marking = ScoreSelf | ReviewItem;

const markRefusal = { MARK_OUT_OF_RANGE: 'SCORE_OUT_OF_RANGE', MARK_TOO_FINE: 'SCORE_TOO_FINE' } as const;

/** The item of a period that has begun and is not closed. */
const openItem = (list: Checklist, { ground, period, now, ...order }: Marking): FoundItem | ChecklistRefusal => {
  const found = areaOfItem(ground, order);
  if (found === undefined) return { reason: 'ITEM_UNKNOWN', field: 'itemId' };
  const part = found.rules.parts[found.area.id] ?? 'round';
  if (!Number.isSafeInteger(period) || period < 1 || period > periodCount(found.rules.time, part))
    return { reason: 'PERIOD_UNKNOWN', field: 'period' };
  const item = itemAt(ground, order, period);
  if (item === undefined) return { reason: 'ITEM_UNKNOWN', field: 'itemId' };
  const days = daysOf(found.rules.time, part, period);
  if (isClosed(list, part, period) || (days !== null && localDateOf(now) < days.first))
    return { reason: 'PERIOD_NOT_OPEN', field: 'period', details: { part, period } };
  return item;
};

const marksRefusal = ({ item }: FoundItem, { marks }: Marking): ChecklistRefusal | undefined => {
  const fault = marks.length === 0 ? undefined : checkMarksFault(item, marks);
  if (fault === undefined) return undefined;
  return fault === 'MARKS_MISCOUNTED'
    ? { reason: fault, field: 'marks', details: { marks: Math.max(item.measures.length, 1) } }
    : { reason: markRefusal[fault], field: 'marks', details: { pointsMax: item.cap } };
};

/** Whether these are the marks that stand already, or nothing is taken back; or they were changed too often. */
const changed = (list: Checklist, by: string, order: Marking): boolean | ChecklistRefusal => {
  const { sourceId, itemId, period, marks } = order;
  const before = marksOf(list, { sourceId, itemId, period, by });
  const same = JSON.stringify(before?.marks ?? []) === JSON.stringify(marks);
  if (same) return false;
  return (before?.times ?? 0) >= MARKS_PER_ITEM_MAX
    ? { reason: 'MARKED_TOO_OFTEN', field: 'itemId', details: { marksMax: MARKS_PER_ITEM_MAX } }
    : true;
};

export const scoreSelf = (list: Checklist, order: ScoreSelf): Decision => {
  const { ground, sourceId, itemId, period, marks, now } = order;
  if (ground.hindrance !== null) return { reason: ground.hindrance, field: 'entryId' };
  if (!ground.isSubject) return { reason: 'NOT_THE_SUBJECT', field: 'entryId' };
  const found = openItem(list, order);
  if ('reason' in found) return found;
  if (!found.source.self) return { reason: 'SELF_SCORE_NOT_ASKED', field: 'itemId' };
  const turn = turnRefusal(stagesOfSelf(ground, found), now);
  if (turn) return turn;
  const refusal = marksRefusal(found, order);
  if (refusal) return refusal;
  const moved = changed(list, 'self', order);
  if (typeof moved !== 'boolean') return moved;
  const data = { ...idsOf(order), sourceId, itemId, period, marks, scoredBy: ground.personId };
  return moved ? [{ type: 'SelfScored.v1', data }] : [];
};

/** What is its own an owner does not mark: of its own organization, or of whoever acts for it himself. */
const OWN: ChecklistRefusal = { reason: 'OWN_ORGANIZATION', field: 'entryId' };

/** The party that the caller reviews this item for; of several the one whose stage is open. */
const reviewingParty = (
  found: FoundItem,
  { marks }: Checklist,
  ground: ChecklistGround,
  now: string,
): ActsFor | ChecklistRefusal => {
  const mine = ground.actsFor.filter(({ party }) => marksIn(found, party));
  if (mine.length === 0) return { reason: 'NOT_A_REVIEWER', field: 'itemId' };
  const entitled = markingFor(found, found.item.id, ground, marks);
  const [first] = entitled;
  const isOwner = mine.some(({ party }) => party === found.rules.owners[found.item.id]);
  if (first === undefined) return isOwner ? OWN : { reason: 'ITEM_NOT_YOURS', field: 'itemId' };
  const turns = entitled.flatMap(({ party }) => stagesOfParty(ground, party));
  return entitled.find(({ party }) => isOpenIn(stagesOfParty(ground, party), now)) ?? turnRefusal(turns, now) ?? first;
};

export const reviewItem = (list: Checklist, order: ReviewItem): Decision => {
  const { ground, sourceId, itemId, period, marks, remark, now } = order;
  if (ground.hindrance !== null) return { reason: ground.hindrance, field: 'entryId' };
  const found = openItem(list, order);
  if ('reason' in found) return found;
  const office = reviewingParty(found, list, ground, now);
  if ('reason' in office) return office;
  const refusal = ownRefusal(ground, found.source.own, office) ?? marksRefusal(found, order);
  if (refusal) return refusal;
  const { party, grantId } = office;
  const text = textRefusal(remark, {
    field: 'remark',
    charactersMax: FINDING_CHARACTERS_MAX,
    lines: 'many',
    mayBeEmpty: true,
  });
  if (text) return text;
  const moved = changed(list, party, order);
  if (typeof moved !== 'boolean') return moved;
  const prose = remark === '' ? null : { remark };
  const data = { ...idsOf(order), sourceId, itemId, period, party, grantId, marks, reviewedBy: ground.personId, prose };
  return moved ? [{ type: 'ItemReviewed.v1', data }] : [];
};
