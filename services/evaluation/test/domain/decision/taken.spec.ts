import { describe, expect, it } from '@jest/globals';
import { shippedHolidays } from '@jiangong/calendar';
import { isRefusal } from '@jiangong/event-store';
import type { AnnulmentProposal } from '../../../src/domain/decision/decidable.ts';
import { annulmentTermsRefusal, decideTaken } from '../../../src/domain/decision/decide-taken.ts';
import type { TakenOrder } from '../../../src/domain/decision/taken-orders.ts';
import {
  decidable,
  DECISION,
  EDITION,
  facts,
  issueCircular,
  minutesOf,
  NOW,
  ranked,
  RESULT,
  ROUND,
  takeDecision,
  taken,
} from './example-decidable.ts';

const decided = taken(decidable(), takeDecision());
const commended = taken(decided, issueCircular(4));
const refused = (of: typeof decided, order: TakenOrder) => {
  const made = decideTaken(of, order);
  if (!isRefusal(made)) throw new Error(`expected a refusal, got ${JSON.stringify(made)}`);
  return { reason: made.reason, field: made.field };
};

describe('a decision', () => {
  it('takes effect over the latest result, with its awards and the minutes’ number', () => {
    const [fact] = facts(decideTaken(decidable(), takeDecision()));
    expect(fact).toMatchObject({
      type: 'DecisionTaken.v1',
      data: {
        roundId: ROUND,
        editionId: EDITION,
        decisionId: DECISION,
        basis: 'result',
        resultHash: RESULT,
        minutesNumber: '〔2021〕12号',
        meetingOn: '2021-12-09',
        takenAt: NOW,
        before: null,
      },
    });
  });
  it('completed twice takes effect once', () => expect(decideTaken(decided, takeDecision())).toEqual([]));
  it('is one at a time: other minutes over the same result come too late', () =>
    expect(refused(decided, takeDecision({ ...minutesOf(), decisionId: 'other' }))).toEqual({
      reason: 'DECISION_TAKEN_ALREADY',
      field: 'roundId',
    }));
  it('is not taken over old knowledge', () => {
    expect(refused({ ...decidable(), outdated: true }, takeDecision())).toMatchObject({ reason: 'RESULT_OUTDATED' });
    const newer = { ...decidable(), result: { resultHash: 'b'.repeat(64), computedAt: NOW, ranking: [] } };
    expect(refused(newer, takeDecision())).toMatchObject({ reason: 'RESULT_OUTDATED' });
    expect(refused({ ...decidable(), entries: decidable().entries.slice(1) }, takeDecision())).toEqual({
      reason: 'MINUTES_CHANGED',
      field: 'decisionId',
    });
  });
  it('shows the tally before and after corrections', () => {
    const ranking = ['b', 'a', 'c'].map((name, at) => ranked(name, at + 1));
    const before = { resultHash: 'b'.repeat(64), computedAt: NOW, ranking };
    const [fact] = facts(decideTaken({ ...decidable(), before }, takeDecision()));
    expect(fact?.data).toMatchObject({
      before: {
        resultHash: 'b'.repeat(64),
        changes: [
          { entryId: 'entry-b', before: 1, after: 2 },
          { entryId: 'entry-a', before: 2, after: 1 },
        ],
      },
    });
  });
});

describe('undoing a decision', () => {
  const terms = { act: 'AnnulDecision', decisionId: DECISION, reason: 'wrong-result' } as const;
  const proposal: AnnulmentProposal = {
    proposalId: 'p',
    act: 'AnnulDecision',
    proposedBy: 'officer-1',
    role: 'committee-officer',
    proposedAt: NOW,
    terms,
  };
  const annul = (over: object = {}): TakenOrder => ({
    type: 'AnnulDecision',
    now: NOW,
    proposalId: 'p',
    by: { personId: 'inspector-1', role: 'discipline-inspector' },
    why: '汇总有误',
    ...over,
  });
  const proposed = (of: typeof decided) => ({ ...of, annulments: [proposal] });

  it('is proposed by one and carried out by another of another role', () => {
    const [fact] = facts(decideTaken(proposed(decided), annul()));
    expect(fact).toEqual({
      type: 'DecisionAnnulled.v1',
      data: {
        roundId: ROUND,
        editionId: EDITION,
        decisionId: DECISION,
        documentNumber: null,
        honourIds: [],
        reason: 'wrong-result',
        annulledAt: NOW,
        annulledBy: 'inspector-1',
        role: 'discipline-inspector',
        proposalId: 'p',
        proposedBy: 'officer-1',
        prose: { why: '汇总有误' },
      },
    });
    expect(
      refused(proposed(decided), annul({ by: { personId: 'officer-1', role: 'discipline-inspector' } })),
    ).toMatchObject({
      reason: 'SECOND_PERSON_NEEDED',
    });
    expect(
      refused(proposed(decided), annul({ by: { personId: 'officer-2', role: 'committee-officer' } })),
    ).toMatchObject({
      reason: 'SECOND_ROLE_NEEDED',
    });
    expect(refused(decided, annul())).toMatchObject({ reason: 'PROPOSAL_NOT_FOUND' });
  });
  it('leads back to where another decision can be taken', () => {
    const again = taken(proposed(decided), annul(), takeDecision({ ...minutesOf(), decisionId: 'second' }));
    expect(again.taken).toMatchObject({ kind: 'decided', decision: { decisionId: 'second' } });
  });
  it('is not undone by a late attestation: the minutes of an annulled decision never take effect again', () => {
    const annulled = taken(proposed(decided), annul());
    expect(refused(annulled, takeDecision())).toEqual({ reason: 'DECISION_ANNULLED', field: 'decisionId' });
  });
  it('after the circular names every honour that is withdrawn with it', () => {
    const [fact] = facts(decideTaken(proposed(commended), annul()));
    expect(fact?.data).toMatchObject({
      documentNumber: '吉直党发〔2021〕30号',
      honourIds: ['honour-0', 'honour-1', 'honour-2', 'honour-3'],
    });
  });
  it('lapses with the decision it was proposed about', () => {
    const other = taken(decidable(), takeDecision({ ...minutesOf(), decisionId: 'second' }));
    expect(refused(proposed(other), annul())).toEqual({ reason: 'PROPOSAL_LAPSED', field: 'proposalId' });
  });
  it('is proposed about the decision in force, for a reason of the list', () => {
    expect(annulmentTermsRefusal(decidable(), terms)).toMatchObject({ reason: 'DECISION_NOT_TAKEN' });
    expect(annulmentTermsRefusal(decided, { ...terms, decisionId: 'x' })).toMatchObject({ reason: 'DECISION_UNKNOWN' });
    expect(annulmentTermsRefusal(decided, { ...terms, reason: 'mood' })).toMatchObject({
      reason: 'ANNULMENT_REASON_UNKNOWN',
    });
    expect(annulmentTermsRefusal(decided, terms)).toBeUndefined();
    expect(
      annulmentTermsRefusal({ ...decided, annulments: Array.from({ length: 20 }, () => proposal) }, terms),
    ).toMatchObject({ reason: 'PROPOSED_ALREADY' });
  });
  it('that somebody has proposed holds the circular back until it is answered', () =>
    expect(refused(proposed(decided), issueCircular(4))).toEqual({ reason: 'PROPOSAL_OUTSTANDING', field: 'roundId' }));
});

describe('the second notice', () => {
  const notice = { noticeId: 'proposed', days: 5, clock: 'working' } as const;
  const noticed = { ...decided, notice };
  const publish: TakenOrder = { type: 'PublishProposal', now: NOW, holidays: shippedHolidays };
  const published = taken(noticed, publish);
  const later = { now: '2021-12-18T02:00:00.000Z' };
  const hear = (objectionId: string): TakenOrder => ({
    type: 'HearObjection',
    now: NOW,
    objectionId,
    entryId: 'entry-a',
  });
  const settle = (objectionId: string, upheld: boolean): TakenOrder => ({
    type: 'HearObjectionSettled',
    now: NOW,
    objectionId,
    upheld,
  });

  it('names whom the decision proposes, for so many working days from the next one on', () => {
    const [fact] = facts(decideTaken(noticed, publish));
    expect(fact).toMatchObject({
      type: 'ProposalPublished.v1',
      data: { decisionId: DECISION, noticeId: 'proposed', days: 5, endsAt: '2021-12-17T16:00:00.000Z' },
    });
    expect(fact?.data).toMatchObject({ proposed: [{ rule: 'first', entryId: 'entry-a' }, {}, {}, {}] });
  });
  it('can run by calendar days', () => {
    const [fact] = facts(decideTaken({ ...decided, notice: { ...notice, clock: 'calendar' } }, publish));
    expect(fact?.data).toMatchObject({ endsAt: '2021-12-15T16:00:00.000Z' });
  });
  it('is published once, and only where the template asks for it', () => {
    expect(refused(published, publish)).toMatchObject({ reason: 'NOTICE_PUBLISHED_ALREADY' });
    expect(refused(decided, publish)).toMatchObject({ reason: 'NO_SECOND_NOTICE' });
    expect(refused({ ...decidable(), notice }, publish)).toMatchObject({ reason: 'DECISION_NOT_TAKEN' });
  });
  it('ends in a year whose working days are known', () =>
    expect(refused(noticed, { ...publish, now: '2098-12-30T02:00:00.000Z' } as TakenOrder)).toMatchObject({
      reason: 'YEAR_NOT_KNOWN',
    }));
  it('has to be published and over before the circular', () => {
    expect(refused(noticed, issueCircular(4, later))).toEqual({ reason: 'NOTICE_NOT_PUBLISHED', field: 'roundId' });
    expect(refused(published, issueCircular(4))).toEqual({ reason: 'NOTICE_RUNNING', field: 'roundId' });
    expect(taken(published, issueCircular(4, later)).taken.kind).toBe('commended');
  });
  it('holds the circular back while an objection is open', () => {
    const objected = taken(published, hear('o1'));
    expect(refused(objected, issueCircular(4, later))).toEqual({ reason: 'OBJECTION_OPEN', field: 'roundId' });
    expect(taken(objected, settle('o1', false), issueCircular(4, later)).taken.kind).toBe('commended');
  });
  it('waits for each of very many, the one that was heard last, too', () => {
    const ids = Array.from({ length: 1_200 }, (_, at) => `o${at}`);
    const last = ids.at(-1) ?? '';
    const answered = ids.slice(0, -1).map((id) => settle(id, false));
    const objected = taken(published, ...ids.map(hear), ...answered);
    expect(refused(objected, issueCircular(4, later))).toMatchObject({ reason: 'OBJECTION_OPEN' });
    expect(taken(objected, settle(last, false), issueCircular(4, later)).taken.kind).toBe('commended');
  });
  it('leads to another decision where an objection was upheld', () =>
    expect(refused(taken(published, hear('o1'), settle('o1', true)), issueCircular(4, later))).toEqual({
      reason: 'OBJECTION_UPHELD',
      field: 'roundId',
    }));
  it('waits again where an answer was taken back, also one that upheld', () => {
    const reopen: TakenOrder = { type: 'HearObjectionReopened', now: NOW, objectionId: 'o1' };
    for (const upheld of [true, false]) {
      const again = taken(published, hear('o1'), settle('o1', upheld), reopen);
      expect(refused(again, issueCircular(4, later))).toEqual({ reason: 'OBJECTION_OPEN', field: 'roundId' });
      expect(decideTaken(again, reopen)).toEqual([]);
      expect(taken(again, settle('o1', false), issueCircular(4, later)).taken.kind).toBe('commended');
    }
    expect(refused(published, reopen)).toEqual({ reason: 'OBJECTION_UNKNOWN', field: 'objectionId' });
    expect(refused(decidable(), reopen)).toMatchObject({ reason: 'DECISION_NOT_TAKEN' });
  });
  it('hears of an objection and its answer once each', () => {
    const objected = taken(published, hear('o1'));
    expect(decideTaken(objected, hear('o1'))).toEqual([]);
    expect(decideTaken(taken(objected, settle('o1', true)), settle('o1', true))).toEqual([]);
    expect(refused(objected, settle('o2', true))).toEqual({ reason: 'OBJECTION_UNKNOWN', field: 'objectionId' });
    expect(refused(decidable(), hear('o1'))).toMatchObject({ reason: 'DECISION_NOT_TAKEN' });
  });
});
