import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import type { EntriesFact } from '../../src/domain/entries/facts.ts';
import type { ProposeEntryAct, ReopenObjection } from '../../src/domain/entries/orders.ts';
import * as limits from '../../src/domain/limits.ts';
import { BY, DAY, terms } from './edition-sample.ts';
import { at, fact, intakeClosed, OBJECTION, P1, PROPOSAL, published, settle } from './entry-sample.ts';

const { given } = deciderSpec(entriesDecider);

describe('an answer given in error', () => {
  const answered: readonly EntriesFact[] = [...published(), fact.objected()(8), fact.settled()(9)];
  const propose: ProposeEntryAct = {
    type: 'ProposeAct',
    ...at(DAY.noticeOver, BY.officer),
    ...{ proposalId: PROPOSAL, act: 'ReopenObjection', objectionId: OBJECTION, why: '答复发错对象。' },
  };
  const reopen: ReopenObjection = {
    type: 'ReopenObjection',
    ...at(DAY.noticeOver, BY.inspector),
    ...{ objectionId: OBJECTION, proposalId: PROPOSAL, why: '答复发错对象。' },
  };
  const proposed = fact.proposed(P1, 'ReopenObjection', 10)(10);

  it('is taken back by two offices, and the objection is answered anew', () => {
    given(...answered, proposed)
      .when(reopen)
      .then(fact.reopened()(11));
    given(...answered, proposed, fact.reopened()(11))
      .when(settle)
      .then(fact.settled()(12));
    given(...answered)
      .when(reopen)
      .thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
    given(...answered, proposed)
      .when({ ...reopen, by: BY.officer })
      .thenRefused({ reason: 'SECOND_PERSON_NEEDED', details: { act: 'ReopenObjection', proposalId: PROPOSAL } });
  });

  it('is the one that was meant: a proposal about an earlier answer has lapsed', () => {
    const another = {
      ...proposed,
      data: { ...proposed.data, proposalId: 'another', entryRevision: 11 },
    } as EntriesFact;
    const again = [...answered, proposed, another, fact.reopened()(12), fact.settled()(13)];
    given(...again)
      .when({ ...reopen, proposalId: 'another' })
      .thenRefused({ reason: 'PROPOSAL_LAPSED', field: 'proposalId' });
  });

  it('may be seen by either office: inspection proposes, the office takes it back', () => {
    const byInspector = {
      ...proposed,
      data: { ...proposed.data, proposedBy: BY.inspector.personId, role: BY.inspector.role },
    };
    const { data } = fact.reopened()(11);
    given(...answered, byInspector as EntriesFact)
      .when({ ...reopen, by: BY.officer })
      .then({ type: 'ObjectionReopened.v1', data: { ...data, proposedBy: BY.inspector.personId } } as EntriesFact);
  });

  it('is due by working days alone once entries have entered, and is taken back in a closed edition too', () => {
    const { data } = fact.reopened()(12);
    const entered = [...answered, intakeClosed([P1]), fact.proposed(P1, 'ReopenObjection', 11)(11)];
    const late = {
      ...reopen,
      now: DAY.secondNotice,
      terms: { ...terms, kind: 'closed', holidays: new Map() },
    } as const;
    given(...entered)
      .when(late)
      // Twice as many calendar days where the working days are not known.
      .then({
        type: 'ObjectionReopened.v1',
        data: { ...data, answerDueAt: '2022-01-11T16:00:00.000Z' },
      } as EntriesFact);
  });

  it('is there: an open objection, or none, has no answer to take back', () => {
    given(...published(), fact.objected()(8))
      .when(propose)
      .thenRefused({ reason: 'OBJECTION_NOT_SETTLED', field: 'objectionId' });
    given(...published(), fact.objected()(8), {
      ...proposed,
      data: { ...proposed.data, entryRevision: 9 },
    } as EntriesFact)
      .when(reopen)
      .thenRefused({ reason: 'OBJECTION_NOT_SETTLED', field: 'objectionId' });
    given(...published())
      .when(propose)
      .thenRefused({ reason: 'OBJECTION_NOT_FOUND', field: 'objectionId' });
    given(...published())
      .when(reopen)
      .thenRefused({ reason: 'OBJECTION_NOT_FOUND', field: 'objectionId' });
    given(...answered, proposed)
      .when({ ...reopen, why: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
  });

  it(`is taken back ${limits.OBJECTION_REOPENINGS_MAX} times at most`, () => {
    const last = fact.reopened()(10);
    const often = { ...last, data: { ...last.data, reopening: limits.OBJECTION_REOPENINGS_MAX } } as EntriesFact;
    given(...answered, often, fact.settled()(11))
      .when(propose)
      .thenRefused({
        reason: 'OBJECTION_REOPENED_TOO_OFTEN',
        field: 'objectionId',
        details: { max: limits.OBJECTION_REOPENINGS_MAX },
      });
  });
});
