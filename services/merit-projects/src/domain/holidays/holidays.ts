import {
  type Decider,
  type Fact,
  type Proposal,
  type Refusal,
  secondPersonRefusal,
  type SecondPersonReason,
} from '@jiangong/event-store';
import {
  type DateSpan,
  type HolidayNotice,
  holidaysHashOf,
  holidaysRefusal,
  type HolidaysRefused,
  type Instant,
  LOCAL_YEAR_MAX,
  LOCAL_YEAR_MIN,
  type LocalDate,
  shippedHolidays,
  withHolidays,
} from '@jiangong/calendar';
import { type TextReason, textRefusal } from '@jiangong/wording';
import type { By } from '../by.ts';
import * as limits from '../limits.ts';

/** A year's working days as the State Council's General Office announced them; `hash` is what facts refer to that were computed with it. */
type Year = Readonly<{
  year: number;
  noticeNumber: string;
  daysOff: readonly DateSpan[];
  makeUpDays: readonly LocalDate[];
  hash: string;
}>;

export type HolidaysEntered = Fact<'HolidaysEntered.v1', Year & Readonly<{ enteredBy: string }>>;
/** Proposed by one person, corrected by another of another role. What was computed before stays as it was computed. */
export type HolidaysCorrected = Fact<
  'HolidaysCorrected.v1',
  Year & Readonly<{ proposalId: string; proposedBy: string }>
>;
export type HolidaysActProposed = Fact<
  'ActProposed.v1',
  Readonly<{ year: number; act: 'CorrectHolidays'; terms: Omit<Year, 'year'>; prose: { why: string } }> & Proposal
>;
export type HolidaysProposalRejected = Fact<
  'ProposalRejected.v1',
  Readonly<{ year: number; proposalId: string; prose: { why: string } }>
>;
export type HolidaysFact = HolidaysEntered | HolidaysCorrected | HolidaysActProposed | HolidaysProposalRejected;

type Order<T extends string, D> = Readonly<{ type: T; now: Instant; by: By; year: number } & D>;
type Given = { noticeNumber: string; daysOff: readonly DateSpan[]; makeUpDays: readonly LocalDate[] };
export type EnterHolidays = Order<'EnterHolidays', Given>;
export type ProposeHolidays = Order<'ProposeAct', Given & { proposalId: string; why: string }>;
export type CorrectHolidays = Order<'CorrectHolidays', { proposalId: string }>;
export type RejectHolidays = Order<'RejectProposal', { proposalId: string; why: string }>;
export type HolidaysOrder = EnterHolidays | ProposeHolidays | CorrectHolidays | RejectHolidays;

export type HolidaysReason =
  | TextReason
  | SecondPersonReason
  | HolidaysRefused['reason']
  | 'YEAR_OUT_OF_RANGE'
  | 'HOLIDAYS_ALREADY_ENTERED'
  | 'HOLIDAYS_NOT_ENTERED'
  | 'TOO_MANY_PROPOSALS';
export type HolidaysRefusal = Refusal<HolidaysReason>;

type Proposed = Proposal & Readonly<{ terms: Omit<Year, 'year'> }>;
export type Holidays = Readonly<{ entered: boolean; proposals: Readonly<Record<string, Proposed>> }>;

/** Who may carry out a correction that an officer proposed. */
export const SECOND_ROLES: readonly string[] = ['committee-leader', 'discipline-inspector'];

const noticeOf = ({ noticeNumber, daysOff, makeUpDays }: Given): HolidayNotice => ({
  source: noticeNumber,
  daysOff,
  makeUpDays,
});

const contentRefusal = (order: EnterHolidays | ProposeHolidays): HolidaysRefusal | undefined => {
  const { year, noticeNumber } = order;
  if (!Number.isInteger(year) || year < LOCAL_YEAR_MIN || year > LOCAL_YEAR_MAX)
    return { reason: 'YEAR_OUT_OF_RANGE', field: 'year', details: { min: LOCAL_YEAR_MIN, max: LOCAL_YEAR_MAX } };
  return (
    textRefusal(noticeNumber, {
      field: 'noticeNumber',
      charactersMax: limits.DOCUMENT_NUMBER_CHARACTERS_MAX,
      lines: 'one',
    }) ?? holidaysRefusal(year, noticeOf(order))
  );
};

const yearOf = (order: EnterHolidays | ProposeHolidays): Year => {
  const { year, noticeNumber } = order;
  const hash = holidaysHashOf(withHolidays(shippedHolidays, year, noticeOf(order)), year);
  if (typeof hash !== 'string') throw new Error(`the year ${year} was not entered`);
  return {
    year,
    noticeNumber,
    daysOff: order.daysOff.map(([from, to]) => [from, to] as const),
    makeUpDays: [...order.makeUpDays],
    hash,
  };
};

type Decision = readonly HolidaysFact[] | HolidaysRefusal;

const propose = (state: Holidays, order: ProposeHolidays): Decision => {
  const refusal =
    contentRefusal(order) ??
    textRefusal(order.why, { field: 'why', charactersMax: limits.REASON_CHARACTERS_MAX, lines: 'many' });
  if (refusal) return refusal;
  if (!state.entered) return { reason: 'HOLIDAYS_NOT_ENTERED', field: 'year' };
  if (Object.keys(state.proposals).length >= limits.PROPOSALS_OPEN_MAX)
    return { reason: 'TOO_MANY_PROPOSALS', details: { max: limits.PROPOSALS_OPEN_MAX } };
  const { year, ...terms } = yearOf(order);
  const { proposalId, by, now, why } = order;
  const who = { proposalId, proposedBy: by.personId, role: by.role, proposedAt: now };
  return [{ type: 'ActProposed.v1', data: { year, act: 'CorrectHolidays', terms, ...who, prose: { why } } }];
};

const correct = (state: Holidays, { year, proposalId, by }: CorrectHolidays): Decision => {
  const proposal = Object.hasOwn(state.proposals, proposalId) ? state.proposals[proposalId] : undefined;
  const refusal = secondPersonRefusal(proposal, by, SECOND_ROLES);
  if (refusal || !proposal) return refusal ?? { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const { terms, proposedBy } = proposal;
  return [{ type: 'HolidaysCorrected.v1', data: { year, ...terms, proposalId, proposedBy } }];
};

const decide = (state: Holidays, order: HolidaysOrder): Decision => {
  switch (order.type) {
    case 'EnterHolidays': {
      const refusal = contentRefusal(order);
      if (refusal) return refusal;
      if (state.entered) return { reason: 'HOLIDAYS_ALREADY_ENTERED', field: 'year' };
      return [{ type: 'HolidaysEntered.v1', data: { ...yearOf(order), enteredBy: order.by.personId } }];
    }
    case 'ProposeAct':
      return propose(state, order);
    case 'CorrectHolidays':
      return correct(state, order);
    case 'RejectProposal': {
      const { year, proposalId, why } = order;
      if (!Object.hasOwn(state.proposals, proposalId)) return { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
      const refusal = textRefusal(why, { field: 'why', charactersMax: limits.REASON_CHARACTERS_MAX, lines: 'many' });
      return refusal ?? [{ type: 'ProposalRejected.v1', data: { year, proposalId, prose: { why } } }];
    }
  }
};

const evolve = (state: Holidays, fact: HolidaysFact): Holidays => {
  switch (fact.type) {
    case 'HolidaysEntered.v1':
      return { ...state, entered: true };
    case 'HolidaysCorrected.v1':
      // Another correction is another proposal: what was proposed over the old days has lapsed.
      return { entered: true, proposals: {} };
    case 'ActProposed.v1': {
      const { proposalId, act, proposedBy, role, proposedAt, terms } = fact.data;
      const proposal = { proposalId, act, proposedBy, role, proposedAt, terms };
      return { ...state, proposals: { ...state.proposals, [proposalId]: proposal } };
    }
    case 'ProposalRejected.v1': {
      const left = Object.entries(state.proposals).filter(([id]) => id !== fact.data.proposalId);
      return { ...state, proposals: Object.fromEntries(left) };
    }
  }
};

/** The rules over one year's holidays (stream `merit-projects.holidays-<year>`): entered once by an officer, corrected by a second person; shipped years are fixed. */
export const holidaysDecider: Decider<Holidays, HolidaysOrder, HolidaysFact, HolidaysRefusal> = {
  initial: { entered: false, proposals: {} },
  evolve,
  decide,
};
