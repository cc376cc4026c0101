import { isLocalDate, localDateOf } from '@jiangong/calendar';
import { firstRefusal, textRefusal } from '@jiangong/wording';
import { periodOn } from '../checklist/judged-time.ts';
import type { ActsFor } from '../round/entry-ground.ts';
import type { GivenMeasure, MeasureFact, OfValue } from './facts.ts';
import { type MeasureGround, recordsFor } from './ground.ts';
import {
  ATTEMPTS_MAX,
  CHANGES_PER_VALUE_MAX,
  EVIDENCE_MAX,
  MEASURE_CHARACTERS_MAX,
  ORIGIN_CHARACTERS_MAX,
  VALUES_PER_ORDER_MAX,
} from './limits.ts';
import { type AskedChange, type ChangeMeasure, idsOf, type RecordMeasures, type WrittenValue } from './orders.ts';
import { readValue } from './read-value.ts';
import type { MeasureRefusal } from './refusals.ts';
import type { MeasureRules } from './rules.ts';
import { givenAt, isSameGiven, type Measure, valueAt, valueKey } from './state.ts';
import { type ChangeAsked, type ChangingReason, isChangeAsked, isChangingReason } from './words.ts';

type Decision = readonly MeasureFact[] | MeasureRefusal;

const SHA256 = /^[0-9a-f]{64}$/u;

/** The measure's rules and by what right the caller records it. */
export type Office = Readonly<{ rules: MeasureRules; office: ActsFor }>;

export const officeOf = ({ rules, actsFor, hindrance }: MeasureGround): Office | MeasureRefusal => {
  if (rules === null) return { reason: hindrance ?? 'NO_MEASURE', field: 'sourceId' };
  const office = recordsFor(actsFor, rules);
  return office === undefined ? { reason: 'MEASURE_NOT_YOURS', field: 'sourceId' } : { rules, office };
};

/** Why one person does this to no measure now: what is closed is settled by two, as long as nothing is decided. */
export const aloneRefusal = (
  { correcting, ...ground }: MeasureGround,
  doing: 'hindrance' | 'changing',
): MeasureRefusal | undefined => {
  if (ground[doing] === null) return undefined;
  return { reason: correcting === null ? 'PROPOSAL_NEEDED' : correcting, field: 'sourceId' };
};

/** Nobody says what he is judged by, nor what his own organization is. */
export const concernedRefusal = (
  { entries, personId }: MeasureGround,
  entryId: string,
  organizationId: string | null,
): MeasureRefusal | undefined => {
  const entry = entries[entryId];
  if (entry === undefined) return { reason: 'ENTRY_NOT_IN_ROUND', field: 'entryId' };
  const { subjectId, answerable } = entry;
  if (subjectId === personId || answerable.includes(personId)) return { reason: 'OWN_ENTRY', field: 'entryId' };
  return organizationId === subjectId ? { reason: 'OWN_ORGANIZATION', field: 'entryId' } : undefined;
};

export const attemptRefusal = ({ attempt }: OfValue): MeasureRefusal | undefined =>
  Number.isSafeInteger(attempt) && attempt >= 1 && attempt <= ATTEMPTS_MAX
    ? undefined
    : { reason: 'ATTEMPT_INVALID', field: 'attempt', details: { attemptsMax: ATTEMPTS_MAX } };

/** A value and its day, within the rules. */
export const givenOf = (
  { value, dayOf }: Readonly<{ value: string; dayOf: string }>,
  rules: MeasureRules,
  now: string,
): GivenMeasure | MeasureRefusal => {
  const read = readValue(value, rules);
  if (typeof read !== 'number') return { ...read, field: 'value' };
  if (!isLocalDate(dayOf) || dayOf > localDateOf(now)) return { reason: 'EFFECTIVE_ON_INVALID', field: 'dayOf' };
  // What the platform counts is of the day on which it is counted, which may lie behind the time that is judged.
  return rules.computed === undefined && periodOn(rules.time, 'round', dayOf) === undefined
    ? { reason: 'OUTSIDE_JUDGED_TIME', field: 'dayOf' }
    : { value: read, dayOf };
};

const evidenceRefusal = (evidence: readonly string[], { document }: MeasureRules): MeasureRefusal | undefined => {
  if (evidence.length > EVIDENCE_MAX)
    return { reason: 'EVIDENCE_INVALID', field: 'evidence', details: { evidenceMax: EVIDENCE_MAX } };
  if (evidence.length === 0 && document === 'required') return { reason: 'MEASURE_NEEDS_DOCUMENT', field: 'evidence' };
  const wrong = evidence.findIndex((hash, at) => !SHA256.test(hash) || evidence.indexOf(hash) !== at);
  return wrong === -1 ? undefined : { reason: 'EVIDENCE_INVALID', field: `evidence[${wrong}]` };
};

/** Where values come from: in words, and where the template asks for it by a document. */
const originRefusal = (
  { origin, evidence }: Readonly<{ origin: string; evidence: readonly string[] }>,
  rules: MeasureRules,
): MeasureRefusal | undefined =>
  firstRefusal<MeasureRefusal>(
    textRefusal(origin, { field: 'origin', charactersMax: ORIGIN_CHARACTERS_MAX, lines: 'one' }),
    evidenceRefusal(evidence, rules),
  );

export const whyRefusal = (why: string): MeasureRefusal | undefined =>
  textRefusal(why, { field: 'why', charactersMax: MEASURE_CHARACTERS_MAX, lines: 'many' });

/** A value that may be recorded; null where it stands so already. */
export const recordable = (
  measure: Measure,
  written: WrittenValue,
  { ground, rules, office, now }: Office & Readonly<{ ground: MeasureGround; now: string }>,
): (OfValue & GivenMeasure) | null | MeasureRefusal => {
  const { entryId, attempt } = written;
  const refusal = concernedRefusal(ground, entryId, office.organizationId) ?? attemptRefusal(written);
  if (refusal) return refusal;
  const given = givenOf(written, rules, now);
  if ('reason' in given) return given;
  const standing = givenAt(measure, written);
  if (isSameGiven(standing, given)) return null;
  // What was taken back is recorded anew by whoever may change what stands.
  const isFirst = valueAt(measure, written) === undefined || ground.changing === null;
  return standing === null && isFirst
    ? { entryId, attempt, ...given }
    : { reason: 'VALUE_RECORDED_ALREADY', field: 'value', details: { entryId, attempt } };
};

const inLine = (refusal: MeasureRefusal, at: number): MeasureRefusal => ({
  ...refusal,
  field: `values[${at}].${refusal.field ?? 'value'}`,
});

/** All or nothing: one value that is wrong keeps every other out. What stands so already is passed over. */
export const recordMeasures = (measure: Measure, order: RecordMeasures): Decision => {
  const { ground, values, origin, evidence, now } = order;
  const found = officeOf(ground);
  if ('reason' in found) return found;
  const refusal = aloneRefusal(ground, 'hindrance');
  if (refusal) return refusal;
  if (values.length === 0) return { reason: 'VALUES_NONE', field: 'values' };
  if (values.length > VALUES_PER_ORDER_MAX)
    return { reason: 'TOO_MANY_VALUES', field: 'values', details: { valuesMax: VALUES_PER_ORDER_MAX } };
  const seen = new Set<string>();
  const recorded: (OfValue & GivenMeasure)[] = [];
  for (const [at, written] of values.entries()) {
    const key = valueKey(written);
    if (seen.has(key)) return inLine({ reason: 'VALUE_TWICE', field: 'entryId' }, at);
    seen.add(key);
    const value = recordable(measure, written, { ...found, ground, now });
    if (value !== null && 'reason' in value) return inLine(value, at);
    if (value !== null) recorded.push(value);
  }
  const wrong = originRefusal(order, found.rules);
  if (wrong) return wrong;
  if (recorded.length === 0) return [];
  const { party, grantId } = found.office;
  const by = { recordedBy: ground.personId, party, grantId };
  const taken = {
    values: recorded.map(({ entryId, attempt }) => ({ entryId, attempt })),
    given: recorded.map(({ value, dayOf }) => ({ value, dayOf })),
  };
  return [{ type: 'MeasuresRecorded.v1', data: { ...idsOf(order), ...taken, evidence, ...by, prose: { origin } } }];
};

export type Change = Readonly<{ asked: ChangeAsked; given: GivenMeasure | null; because: ChangingReason }>;

/** What a value becomes, and why; what it is already is no change. */
export const changeOf = (
  measure: Measure,
  asked: AskedChange,
  rules: MeasureRules,
  now: string,
): Change | MeasureRefusal => {
  if (!isChangeAsked(asked.asked)) return { reason: 'CHANGE_UNKNOWN', field: 'asked' };
  const { because } = asked;
  if (!isChangingReason(because)) return { reason: 'CHANGING_REASON_UNKNOWN', field: 'because' };
  const refusal = attemptRefusal(asked);
  if (refusal) return refusal;
  const given = asked.asked === 'none' ? null : givenOf(asked, rules, now);
  if (given !== null && 'reason' in given) return given;
  if (isSameGiven(givenAt(measure, asked), given)) return { reason: 'VALUE_STANDS', field: 'value' };
  if ((valueAt(measure, asked)?.changes ?? 0) >= CHANGES_PER_VALUE_MAX)
    return { reason: 'CHANGED_TOO_OFTEN', details: { changesMax: CHANGES_PER_VALUE_MAX } };
  const wrong = given === null ? undefined : originRefusal(asked, rules);
  return wrong ?? { asked: asked.asked, given, because };
};

/** By one person of the office while the round is open: another value, or none. */
export const changeMeasure = (measure: Measure, order: ChangeMeasure): Decision => {
  const { ground, entryId, attempt, now, why } = order;
  const found = officeOf(ground);
  if ('reason' in found) return found;
  const { rules, office } = found;
  const refusal = aloneRefusal(ground, 'changing') ?? concernedRefusal(ground, entryId, office.organizationId);
  if (refusal) return refusal;
  if (givenAt(measure, order) === null) return { reason: 'VALUE_UNKNOWN', field: 'attempt' };
  const change = changeOf(measure, order, rules, now);
  if ('reason' in change) return change;
  const text = whyRefusal(why);
  if (text) return text;
  const { party, grantId } = office;
  const [origin, evidence] = change.given === null ? ['', []] : [order.origin, order.evidence];
  const by = { proposalId: null, proposedBy: null, changedBy: ground.personId, party, grantId };
  const data = { ...idsOf(order), entryId, attempt, ...change, evidence, ...by, prose: { origin, why } };
  return [{ type: 'MeasureChanged.v1', data }];
};
