import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import { decisionDecider } from '../../../src/domain/decision/decider.ts';
import { decidableNaming } from '../../../src/domain/naming/decidable-naming.ts';
import type { NamingFact } from '../../../src/domain/naming/facts.ts';
import {
  bodyOf,
  COMMITTEE,
  DECISION,
  facts,
  issueCircular,
  minutesOf,
  recordMinutes,
} from '../decision/example-decidable.ts';
import { computeNaming, edition, NAMING } from './example-naming.ts';
import { computed, given, namedIn, result, stateOf } from './naming-list.ts';

describe('a naming', () => {
  const list = computed();
  const decidable = decidableNaming(stateOf(list));
  const minutes = (over: object = {}) =>
    recordMinutes({
      now: '2022-12-12T02:00:00.000Z',
      decidable,
      resultHash: result(list).resultHash,
      meetingOn: '2022-12-11',
      ...over,
    });
  const take = { type: 'TakeDecision', now: '2022-12-12T02:00:00.000Z', minutes: minutesOf(minutes()) } as const;
  const decided = [
    ...list,
    ...facts(
      given(...list)
        .when(take)
        .decision(),
    ),
  ];

  it('is a body’s decision over the list, with minutes and attestations like any other', () => {
    expect(minutesOf(minutes()).awards.map(({ holder }) => holder.id)).toEqual(['u1', 'u2']);
    expect(stateOf(decided).taken).toMatchObject({
      kind: 'decided',
      decision: { decisionId: DECISION, basis: 'list' },
    });
  });
  it('is not of a meeting before the list was there', () => {
    const early = decisionDecider.decide(decisionDecider.initial, minutes({ meetingOn: '2022-12-09' }));
    expect(early).toMatchObject({ reason: 'MEETING_BEFORE_RESULT' });
  });
  it('counts no member over the unit that he belongs to', () => {
    const own = bodyOf(COMMITTEE, { personId: 'l1', grantId: 'g', homeId: 'u1' }, 'l2', 'l3');
    const made = decisionDecider.decide(decisionDecider.initial, minutes({ own, present: ['l1', 'l2'] }));
    expect(made).toMatchObject({ reason: 'QUORUM_NOT_REACHED', details: { entryId: 'u1' } });
  });
  it('names nobody where nobody is in', () => {
    const nobody = stateOf(computed({ editions: [edition(2021, ['u3'], []), edition(2022, [], [])] }));
    const made = decisionDecider.decide(
      decisionDecider.initial,
      minutes({ decidable: decidableNaming(nobody), resultHash: nobody.latest.resultHash }),
    );
    expect(made).toMatchObject({ reason: 'LIST_EMPTY' });
  });
  it('leaves somebody out with a reason, where the template lets the body depart', () => {
    const terms = { departures: [{ entryId: 'u2', rule: 'none' }], choices: [], exceeding: [] };
    const reasons = { departures: ['受到处分'], choices: [], exceeding: [] };
    expect(minutesOf(minutes({ terms, reasons })).awards.map(({ holder }) => holder.id)).toEqual(['u1']);
  });
  it('is made known by a circular that grants an honour to each', () => {
    const [fact] = facts(
      given(...decided)
        .when(issueCircular(2, { now: '2022-12-20T02:00:00.000Z' }))
        .decision(),
    );
    expect(fact).toMatchObject({
      type: 'CircularIssued.v1',
      data: { roundId: NAMING, honours: [{ holder: { kind: 'organization', id: 'u1' }, homeId: 'u1' }, {}] },
    });
  });
  it('is not computed anew while its decision stands', () =>
    given(...decided)
      .when(computeNaming())
      .thenRefused({ reason: 'DECISION_TAKEN_ALREADY', field: 'seriesId' }));

  const outdate = {
    type: 'OutdateNaming',
    now: '2023-01-05T02:00:00.000Z',
    because: 'honour-withdrawn',
    id: 'h2021-1',
  } as const;
  const outdated: NamingFact = {
    type: 'NamingOutdated.v1',
    data: {
      roundId: NAMING,
      editionId: 'naming-edition',
      seriesId: 'series',
      committeeId: COMMITTEE,
      because: 'honour-withdrawn',
      id: 'h2021-1',
    },
  };
  it('becomes reviewable when a first prize it rests on is withdrawn, once for each', () => {
    given(...decided)
      .when(outdate)
      .then(outdated);
    given(...decided, outdated)
      .when(outdate)
      .then();
    given().when(outdate).thenRefused({ reason: 'NAMING_NOT_COMPUTED', field: 'roundId' });
  });
  it('that is outdated is not made known', () =>
    given(...decided, outdated)
      .when(issueCircular(2, { now: '2022-12-20T02:00:00.000Z' }))
      .thenRefused({ reason: 'RESULT_OUTDATED', field: 'roundId' }));

  const terms = { act: 'AnnulDecision', decisionId: DECISION, reason: 'wrong-result' } as const;
  const by = { personId: 'officer-1', role: 'committee-officer' };
  const propose = {
    type: 'ProposeAnnulment',
    now: '2023-01-06T02:00:00.000Z',
    proposalId: 'p',
    by,
    terms,
    why: '一等奖已撤销',
  } as const;
  const reject = { type: 'RejectAnnulment', now: propose.now, proposalId: 'p', by, why: '撤回' } as const;
  const proposed = [
    ...decided,
    outdated,
    ...facts(
      given(...decided, outdated)
        .when(propose)
        .decision(),
    ),
  ];
  it('that is wrong is annulled by two persons, computed anew and decided again', () => {
    const annul = {
      type: 'AnnulDecision',
      now: propose.now,
      proposalId: 'p',
      by: { personId: 'inspector-1', role: 'discipline-inspector' },
      why: '属实',
    } as const;
    given(...proposed)
      .when({ ...annul, by })
      .thenRefused({ reason: 'SECOND_PERSON_NEEDED' });
    const annulled = [
      ...proposed,
      ...facts(
        given(...proposed)
          .when(annul)
          .decision(),
      ),
    ];
    const editions = [edition(2022, ['u1', 'u2'], ['u1']), edition(2021, ['u1', 'u2', 'u3'], ['u1'])];
    const again = computed({ editions, now: '2023-01-07T02:00:00.000Z' }, annulled);
    expect(namedIn(again, 'first-prize-once')).toEqual(['u1']);
    expect(result(again)).toMatchObject({
      computation: 2,
      predecessor: result(list).resultHash,
      because: ['h2021-1'],
    });
  });
  it('whose annulment was proposed can be left standing', () => {
    const made = given(...proposed)
      .when(reject)
      .decision();
    expect(isRefusal(made)).toBe(false);
    expect(stateOf([...proposed, ...facts(made)]).proposals).toEqual([]);
    given(...decided)
      .when(reject)
      .thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
  });
});
