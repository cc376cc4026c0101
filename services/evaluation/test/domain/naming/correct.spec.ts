import { describe, expect, it } from '@jest/globals';
import { decisionDecider } from '../../../src/domain/decision/decider.ts';
import { correctedHash } from '../../../src/domain/naming/correct.ts';
import { decidableNaming, namedEntries } from '../../../src/domain/naming/decidable-naming.ts';
import type { CorrectionTerms, NamingFact } from '../../../src/domain/naming/facts.ts';
import type { ProposeCorrection } from '../../../src/domain/naming/orders.ts';
import { facts, minutesOf, recordMinutes } from '../decision/example-decidable.ts';
import { computeNaming, edition } from './example-naming.ts';
import { computed, given, result, stateOf } from './naming-list.ts';

const NOW = '2022-12-11T02:00:00.000Z';
const OFFICER = { personId: 'officer-1', role: 'committee-officer' };
const LEADER = { personId: 'leader-1', role: 'committee-leader' };

const list = computed();
const propose = (terms: Omit<CorrectionTerms, 'act'>, over: Partial<ProposeCorrection> = {}): ProposeCorrection => ({
  ...{ type: 'ProposeCorrection', now: NOW, proposalId: 'p', by: OFFICER },
  ...{ terms: { act: 'CorrectNaming', ...terms }, why: '申报表漏录，有原件', ...over },
});
const correct = { type: 'CorrectNaming', now: NOW, proposalId: 'p', by: LEADER, why: '属实' } as const;
const reject = { type: 'RejectCorrection', now: NOW, proposalId: 'p', by: OFFICER, why: '收回' } as const;

const then = (before: readonly NamingFact[], order: Parameters<ReturnType<typeof given>['when']>[0]) => [
  ...before,
  ...facts(
    given(...before)
      .when(order)
      .decision(),
  ),
];
const putOn = { organizationId: 'u3', change: 'put-on' } as const;
const listed = (made: readonly NamingFact[]): readonly string[] =>
  namedEntries(stateOf(made)).map(({ entryId }) => entryId);

describe('a list that is put right', () => {
  const proposed = then(list, propose(putOn));
  const corrected = then(proposed, correct);

  it('is so only once somebody else, of another role, has carried it out', () => {
    expect(listed(proposed)).toEqual(['u1', 'u2']);
    expect(listed(corrected)).toEqual(['u1', 'u2', 'u3']);
    given(...proposed)
      .when({ ...correct, by: OFFICER })
      .thenRefused({ reason: 'SECOND_PERSON_NEEDED' });
    given(...proposed)
      .when({ ...correct, by: { personId: 'officer-2', role: OFFICER.role } })
      .thenRefused({ reason: 'SECOND_ROLE_NEEDED' });
    given(...proposed)
      .when({ ...correct, why: ' ' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
  });

  it('is another list, which everybody computes from the one before', () => {
    const { latest, listHash } = stateOf(corrected);
    expect(latest.resultHash).toBe(result(list).resultHash);
    expect(listHash).toBe(correctedHash(latest.resultHash, putOn));
    const minutes = {
      now: '2022-12-12T02:00:00.000Z',
      decidable: decidableNaming(stateOf(corrected)),
      meetingOn: '2022-12-11',
    };
    const made = recordMinutes({ ...minutes, resultHash: listHash });
    expect(minutesOf(made).awards.map(({ holder }) => holder.id)).toEqual(['u1', 'u2', 'u3']);
    // Minutes of a meeting that had the list before it was put right are of another list.
    const old = recordMinutes({ ...minutes, resultHash: latest.resultHash });
    expect(decisionDecider.decide(decisionDecider.initial, old)).toHaveProperty('reason');
  });

  it('can be put right back again, and then has nobody more than before', () => {
    const back = then(then(corrected, propose({ organizationId: 'u3', change: 'take-off' }, { proposalId: 'q' })), {
      ...correct,
      proposalId: 'q',
    });
    expect(listed(back)).toEqual(['u1', 'u2']);
    expect(stateOf(back).corrected).toEqual([]);
  });

  it('has nobody put on or taken off for whom there is nothing to put right', () => {
    const refused = (terms: Omit<CorrectionTerms, 'act'>, before: readonly NamingFact[] = list) =>
      given(...before).when(propose(terms, { proposalId: 'q' }));
    refused({ organizationId: 'u9', change: 'put-on' }).thenRefused({
      reason: 'SUBJECT_NOT_LOOKED_AT',
      field: 'organizationId',
    });
    refused({ organizationId: 'u1', change: 'put-on' }).thenRefused({
      reason: 'LISTED_ALREADY',
      field: 'organizationId',
    });
    refused({ organizationId: 'u3', change: 'take-off' }).thenRefused({
      reason: 'NOT_LISTED',
      field: 'organizationId',
    });
    refused({ organizationId: 'u3', change: 'swap' as never }).thenRefused({
      reason: 'CHANGE_UNKNOWN',
      field: 'change',
    });
    refused(putOn, proposed).thenRefused({ reason: 'CORRECTION_PROPOSED_ALREADY', field: 'organizationId' });
    const merged = computed({ successors: { u3: 'u1' } });
    refused(putOn, merged).thenRefused({ reason: 'SUBJECT_MERGED', field: 'organizationId' });
    given().when(propose(putOn)).thenRefused({ reason: 'NAMING_NOT_COMPUTED', field: 'roundId' });
  });

  it('is put right before the body has decided over it, and before something moves under it', () => {
    const made = recordMinutes({
      ...{ now: '2022-12-12T02:00:00.000Z', decidable: decidableNaming(stateOf(proposed)) },
      ...{ resultHash: result(list).resultHash, meetingOn: '2022-12-11' },
    });
    const decided = then(proposed, { type: 'TakeDecision', now: NOW, minutes: minutesOf(made) });
    given(...decided)
      .when(correct)
      .thenRefused({ reason: 'DECISION_TAKEN_ALREADY', field: 'seriesId' });
    const moved = then(proposed, { type: 'OutdateNaming', now: NOW, because: 'honour-withdrawn', id: 'h2021-1' });
    given(...moved)
      .when(correct)
      .thenRefused({ reason: 'RESULT_OUTDATED', field: 'seriesId' });
  });

  it('that is computed anew from other facts stands by itself: nothing of the old corrections is left', () => {
    const editions = [edition(2022, ['u1', 'u2'], ['u1']), edition(2021, ['u1', 'u2', 'u3'], ['u1'])];
    const again = then(corrected, computeNaming({ editions, now: '2022-12-13T02:00:00.000Z' }));
    expect([listed(again), stateOf(again).corrections]).toEqual([['u1'], []]);
    given(...corrected)
      .when(computeNaming())
      .then();
  });

  it('is left as it is where the proposal is turned down or taken back', () => {
    expect(stateOf(then(proposed, reject)).corrected).toEqual([]);
    expect(stateOf(then(proposed, { ...reject, by: LEADER })).corrected).toEqual([]);
    given(...proposed)
      .when({ ...reject, by: { personId: 'officer-2', role: OFFICER.role } })
      .thenRefused({ reason: 'SECOND_ROLE_NEEDED' });
    given(...list)
      .when(reject)
      .thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
  });
});
