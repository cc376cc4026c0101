import type { CommandRefusal, Decider, Refusal } from '@jiangong/event-store';
import type { Instant } from '@jiangong/calendar';
import { type TextReason, textRefusal } from '@jiangong/wording';
import { type By, partyRefusal, type PartyTerms } from '../by.ts';
import type { EditionTerms } from '../edition/terms.ts';
import {
  CODE_BATCHES_MAX,
  CODES_PER_EDITION_MAX,
  CODES_PER_ORDER_MAX,
  REASON_CHARACTERS_MAX,
  REGISTERED_PER_HOME_MAX,
} from '../limits.ts';
import type { CodesFact, CodesHandedOut, CodesRecalled } from './facts.ts';

/** What was handed out together, and which of it is recalled. */
export type CodeBatch = Readonly<{ organizationId: string; count: number; recalled: readonly number[] }>;

/** The codes of one edition, by batch. */
export type Codes = Readonly<{ batches: Readonly<Record<string, CodeBatch>> }>;

export type HandOutCodes = Readonly<{
  type: 'HandOutCodes';
  now: Instant;
  by: By;
  terms: EditionTerms;
  batchId: string;
  organizationId: string;
  hashes: readonly string[];
}>;

/** `numbers` empty: all of the batch that still hold. */
export type RecallCodes = Readonly<{
  type: 'RecallCodes';
  terms: EditionTerms;
  batchId: string;
  numbers: readonly number[];
  why: string;
}>;

export type CodesOrder = HandOutCodes | RecallCodes;

export type CodesReason =
  | TextReason
  | 'EDITION_CLOSED'
  | 'EDITION_ABANDONED'
  | 'NOT_THIS_PARTY'
  | 'INTAKE_NOT_BY_CODE'
  | 'STAGE_NOT_OPEN'
  | 'CODE_COUNT_INVALID'
  | 'TOO_MANY_CODES'
  | 'CODE_BATCH_NOT_FOUND'
  | 'CODE_NUMBER_UNKNOWN'
  | 'CODES_RECALLED_ALREADY';
export type CodesRefusal = Refusal<CodesReason> | CommandRefusal;

type Decision = readonly CodesFact[] | CodesRefusal;

const endedRefusal = ({ kind }: EditionTerms): CodesRefusal | undefined => {
  if (kind === 'open') return undefined;
  return { reason: kind === 'closed' ? 'EDITION_CLOSED' : 'EDITION_ABANDONED' };
};

/** Codes are handed out until nobody could enter anything by them any more. */
const overRefusal = ({ stages, lateEntries }: EditionTerms, now: Instant): CodesRefusal | undefined => {
  const declaring = stages.filter(({ act }) => act === 'declare');
  const isAhead = declaring.some(({ closesAt }) => now < closesAt);
  if (isAhead || lateEntries.some(({ act, untilAt }) => act === 'declare' && now < untilAt)) return undefined;
  const { stageId = '', opensAt = '', closesAt = '' } = declaring[0] ?? {};
  return { reason: 'STAGE_NOT_OPEN', details: { stage: stageId, opensAt, closesAt } };
};

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

/** So many of a unit, and of an edition: each may become a work. */
const roomRefusal = ({ batches }: Codes, { organizationId, hashes }: HandOutCodes): CodesRefusal | undefined => {
  const all = Object.values(batches);
  const standing = (some: readonly CodeBatch[]): number =>
    sum(some.map(({ count, recalled }) => count - recalled.length));
  const ofUnit = standing(all.filter((batch) => batch.organizationId === organizationId));
  const over = (had: number, max: number): CodesRefusal | undefined =>
    had + hashes.length > max ? { reason: 'TOO_MANY_CODES', field: 'count', details: { max, had } } : undefined;
  return (
    over(ofUnit, REGISTERED_PER_HOME_MAX) ??
    over(sum(all.map(({ count }) => count)), CODES_PER_EDITION_MAX) ??
    (all.length >= CODE_BATCHES_MAX
      ? { reason: 'TOO_MANY_CODES', details: { max: CODE_BATCHES_MAX, had: all.length } }
      : undefined)
  );
};

const officeRefusal = (terms: PartyTerms, by: By) => partyRefusal(terms, by, 'review');

const handOut = (codes: Codes, order: HandOutCodes): Decision => {
  const { terms, batchId, organizationId, hashes, by, now } = order;
  if (terms.tables.intake !== 'register') return { reason: 'INTAKE_NOT_BY_CODE', field: 'editionId' };
  if (hashes.length < 1 || hashes.length > CODES_PER_ORDER_MAX)
    return { reason: 'CODE_COUNT_INVALID', field: 'count', details: { max: CODES_PER_ORDER_MAX } };
  const refusal = officeRefusal(terms, by) ?? overRefusal(terms, now) ?? roomRefusal(codes, order);
  if (refusal) return refusal;
  const { editionId } = terms;
  return [{ type: 'CodesHandedOut.v1', data: { editionId, batchId, organizationId, hashes: [...hashes] } }];
};

const numbersOf = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

const recall = ({ batches }: Codes, { terms, batchId, numbers, why }: RecallCodes): Decision => {
  const batch = Object.hasOwn(batches, batchId) ? batches[batchId] : undefined;
  if (batch === undefined) return { reason: 'CODE_BATCH_NOT_FOUND', field: 'batchId' };
  const { count, recalled } = batch;
  const unknown = numbers.findIndex((one, at) => one < 1 || one > count || numbers.indexOf(one) < at);
  if (unknown >= 0) return { reason: 'CODE_NUMBER_UNKNOWN', field: `numbers[${unknown}]`, details: { count } };
  const meant = numbers.length === 0 ? numbersOf(count) : numbers;
  const left = meant.filter((one) => !recalled.includes(one)).toSorted((one, other) => one - other);
  if (left.length === 0) return { reason: 'CODES_RECALLED_ALREADY', field: 'numbers' };
  const refusal = textRefusal(why, { field: 'why', charactersMax: REASON_CHARACTERS_MAX, lines: 'many' });
  if (refusal) return refusal;
  return [{ type: 'CodesRecalled.v1', data: { editionId: terms.editionId, batchId, numbers: left, prose: { why } } }];
};

const batchOf = ({ data: { organizationId, hashes } }: CodesHandedOut): CodeBatch => ({
  organizationId,
  count: hashes.length,
  recalled: [],
});

const recalledOf = (batch: CodeBatch | undefined, { data: { batchId, numbers } }: CodesRecalled): CodeBatch => {
  if (batch === undefined) throw new Error(`codes of ${batchId} are recalled that nobody handed out`);
  return { ...batch, recalled: [...batch.recalled, ...numbers] };
};

const evolve = ({ batches }: Codes, fact: CodesFact): Codes => {
  const { batchId } = fact.data;
  const next = fact.type === 'CodesHandedOut.v1' ? batchOf(fact) : recalledOf(batches[batchId], fact);
  return { batches: { ...batches, [batchId]: next } };
};

/** The rules over the codes of one edition (stream `merit-projects.codes-<edition>`). */
export const codesDecider: Decider<Codes, CodesOrder, CodesFact, CodesRefusal> = {
  initial: { batches: {} },
  evolve,
  decide: (codes, order) => {
    const ended = endedRefusal(order.terms);
    if (ended) return ended;
    return order.type === 'HandOutCodes' ? handOut(codes, order) : recall(codes, order);
  },
};
