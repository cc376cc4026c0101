import { addCalendarDays, type LocalDate, localDateOf } from '@jiangong/calendar';
import { textRefusal } from '@jiangong/wording';
import type { Award } from './award.ts';
import { circularOf } from './circular.ts';
import { noticeRefusal } from './decide-notice.ts';
import type { Decidable } from './decidable.ts';
import { awaitedRefusal } from './result-refusal.ts';
import type { DecidedEntry } from './decided-entry.ts';
import { DOCUMENT_NUMBER_CHARACTERS_MAX } from './limits.ts';
import { type AwardRule, becomesHonour, isMadeKnown, type OutcomeTable } from './outcome-table.ts';
import { makerRefusal, superiorProse } from './making-known.ts';
import { takenIds } from './unit-part.ts';
import type { TakenRefusal } from './refusals.ts';
import type { Honour, TakenFact } from './taken-facts.ts';
import type { CircularNames, HonourNumber, IssueCircular, OpenObjection } from './taken-orders.ts';

/** The last day of so many years from a day on; 29 February ends on the 28th. */
const lastDayOf = (from: LocalDate, years: number): LocalDate => {
  const year = String(Number(from.slice(0, 4)) + years);
  const day = from.slice(5) === '02-29' ? '02-28' : from.slice(5);
  return addCalendarDays(`${year}-${day}`, -1);
};

const nameOf = ({ organizations }: CircularNames, id: string): Readonly<{ zh: string; en: string }> =>
  organizations[id] ?? { zh: id, en: id };

type Granting = Readonly<{ decidable: Decidable; names: CircularNames; decisionId: string; now: string }>;

const UNNAMED = '';

/** What the award's holder is called on this day; people are named in membership alone. */
const holderName = (
  award: Award,
  entry: DecidedEntry | undefined,
  { names }: Granting,
): Readonly<{ zh: string; en: string }> => {
  if (award.holder.kind === 'organization') return nameOf(names, award.holder.id);
  const isPerson = award.holder.kind === 'person' || award.holder.kind === 'office-holder';
  const title = isPerson ? UNNAMED : (entry?.title ?? UNNAMED);
  return { zh: title, en: title };
};

const honourOf = (award: Award, rule: AwardRule, number: HonourNumber, granting: Granting): Honour => {
  const { decidable, names, decisionId, now } = granting;
  const entry = decidable.entries.find(({ entryId }) => entryId === award.entryId);
  const homeId = entry?.homeId ?? award.holder.id;
  const grantedOn = localDateOf(now);
  return {
    honourId: number.honourId,
    certificateNumber: number.certificateNumber,
    code: award.code,
    kind: award.gives,
    level: names.level,
    grade: { id: rule.id, zh: rule.zh, en: rule.en },
    to: rule.to,
    seriesId: names.seriesId,
    grantedBy: decidable.committeeId,
    holder: { kind: award.holder.kind, id: award.holder.id, ...holderName(award, entry, granting) },
    entryId: award.entryId,
    title: entry?.title ?? '',
    homeId,
    homeName: nameOf(names, homeId),
    classifiedThen: names.classified.includes(homeId),
    basis: { decisionId, rank: award.rank, shared: award.shared },
    period: { from: names.period.from, to: names.period.to },
    awardYear: names.year,
    until: rule.termYears === null ? null : lastDayOf(grantedOn, rule.termYears),
  };
};

const ruleOf = (outcome: OutcomeTable, { rule }: Award): AwardRule | undefined => outcome.find(({ id }) => id === rule);

/** Whom a body only recommends somebody else honours; and who loses an award, or is to mend it, is given none. */
export const honoured = (outcome: OutcomeTable, awards: readonly Award[]): readonly Award[] =>
  awards.filter((award) => {
    const rule = ruleOf(outcome, award);
    return rule !== undefined && becomesHonour(rule);
  });

/** A circular says something of it: what is looked at again it settles, whether or not anybody is honoured. */
const isSettled = (outcome: OutcomeTable, award: Award): boolean => {
  const rule = ruleOf(outcome, award);
  return rule !== undefined && (isMadeKnown(rule) || rule.recheck !== undefined);
};

/** An entry that entered under reservation, or was objected to under an earlier decision, has its award when that is settled. */
export const reservationRefusal = (
  awards: readonly Award[],
  open: readonly OpenObjection[],
): TakenRefusal | undefined => {
  const waiting = open.find(({ entryId }) => awards.some((award) => award.entryId === entryId));
  return waiting && { reason: 'OBJECTION_OPEN', field: 'roundId', details: { ...waiting } };
};

/** Decided quietly, published together: the circular lists every honour, and is all that is told of them. */
export const issueCircular = (decidable: Decidable, order: IssueCircular): readonly TakenFact[] | TakenRefusal => {
  const { taken, annulments, outdated, outcome, appeals } = decidable;
  const { documentNumber, names, numbers, openObjections, now } = order;
  if (taken.kind === 'commended') return { reason: 'CIRCULAR_ISSUED_ALREADY', field: 'roundId' };
  if (taken.kind !== 'decided') return { reason: 'DECISION_NOT_TAKEN', field: 'roundId' };
  const { decision } = taken;
  const acting = makerRefusal(decidable, 'commend', order.maker, now);
  if (acting) return acting;
  const number = textRefusal(documentNumber, {
    field: 'documentNumber',
    charactersMax: DOCUMENT_NUMBER_CHARACTERS_MAX,
    lines: 'one',
  });
  if (number) return number;
  const objected = noticeRefusal(decidable, now) ?? reservationRefusal(decision.awards, openObjections);
  if (objected) return objected;
  if (outdated) return { reason: 'RESULT_OUTDATED', field: 'roundId' };
  const awaited = appeals?.circular ?? null;
  if (awaited !== null) return awaitedRefusal(awaited);
  const [waiting] = annulments;
  if (waiting !== undefined)
    return { reason: 'PROPOSAL_OUTSTANDING', field: 'roundId', details: { proposalId: waiting.proposalId } };
  const commended = honoured(outcome, decision.awards);
  if (decision.awards.length > 0 && !decision.awards.some((award) => isSettled(outcome, award)))
    return { reason: 'NOTHING_TO_COMMEND', field: 'roundId' };
  if (numbers.length !== commended.length) return { reason: 'CERTIFICATES_MISSING', field: 'roundId' };
  const { decisionId } = decision;
  const granting = { decidable, names, decisionId, now };
  const honours = commended.flatMap((award, at) => {
    const rule = outcome.find(({ id }) => id === award.rule);
    const given = numbers[at];
    return rule === undefined || given === undefined ? [] : [honourOf(award, rule, given, granting)];
  });
  const circular = circularOf(decidable, decision, { documentNumber, names, now });
  const data = { ...takenIds(decidable), decisionId, documentNumber, issuedAt: now, honours, circular };
  const prose = superiorProse(order.maker);
  return [{ type: 'CircularIssued.v1', data: { ...data, ...prose } }];
};
