import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { decisionDecider } from '../../../src/domain/decision/decider.ts';
import type { DecisionFact, MinutesRecorded } from '../../../src/domain/decision/facts.ts';
import type { RecordMinutes } from '../../../src/domain/decision/orders.ts';
import {
  attest,
  bodyOf,
  COMMITTEE,
  decidable,
  DECISION,
  facts,
  member,
  NOW,
  recordMinutes,
  ROUND,
  SUPERIOR,
} from './example-decidable.ts';

const { given } = deciderSpec(decisionDecider);
const recordedBy = (over: Partial<RecordMinutes> = {}): MinutesRecorded => {
  const [fact] = facts(given().when(recordMinutes(over)).decision());
  return fact as MinutesRecorded;
};
const refused = (over: Partial<RecordMinutes>) => given().when(recordMinutes(over));

describe('the minutes of a deciding meeting', () => {
  it('hold the whole body of that day, with grant, presence and recusals', () => {
    const own = bodyOf(COMMITTEE, 'l1', 'l2', member('l3', 'unit-a'));
    const { data } = recordedBy({ own, present: ['l1', 'l2', 'l3'] });
    expect(data.body).toEqual([
      { personId: 'l1', grantId: 'grant-l1', homeId: null, present: true, recused: [] },
      { personId: 'l2', grantId: 'grant-l2', homeId: null, present: true, recused: [] },
      {
        personId: 'l3',
        grantId: 'grant-l3',
        homeId: 'unit-a',
        present: true,
        recused: [{ entryId: 'entry-a', cause: 'home' }],
      },
    ]);
  });
  it('decide nothing yet: what was awarded stands in them to be attested', () => {
    const { data } = recordedBy();
    expect(data.awards.map(({ rule, holder }) => `${rule} ${holder.id}`)).toEqual([
      'first project-a',
      'second project-b',
      'leader leader-a',
      'organizer unit-a',
    ]);
    expect(data.attestationsNeeded).toBe(2);
  });
  it('keep the reasons apart from what decides, as prose', () => {
    const { data } = recordedBy({
      terms: {
        departures: [
          { entryId: 'entry-a', rule: 'second' },
          { entryId: 'entry-b', rule: 'first' },
        ],
        choices: [],
        exceeding: [],
      },
      reasons: { departures: ['理由一', '理由二'], choices: [], exceeding: [] },
    });
    const { prose, ...rest } = data;
    expect(prose).toEqual({ departures: ['理由一', '理由二'], choices: [], exceeding: [] });
    expect(JSON.stringify(rest)).not.toContain('理由');
  });
  it('are recorded once', () =>
    given(recordedBy()).when(recordMinutes()).thenRefused({ reason: 'MINUTES_RECORDED_ALREADY', field: 'decisionId' }));
  it('have a number and a file', () => {
    refused({ minutesNumber: '' }).thenRefused({ reason: 'TEXT_EMPTY', field: 'minutesNumber' });
    refused({ file: 'F'.repeat(64) }).thenRefused({ reason: 'FILE_INVALID', field: 'file' });
  });

  it('are not of a meeting before the result', () =>
    refused({ meetingOn: '2021-12-07' }).thenRefused({ reason: 'MEETING_BEFORE_RESULT', field: 'meetingOn' }));
  it('may be of a meeting on the very day of the result', () =>
    expect(recordedBy({ meetingOn: '2021-12-08' }).data.meetingOn).toBe('2021-12-08'));
  it('are not of a meeting to come', () =>
    refused({ meetingOn: '2021-12-11' }).thenRefused({ reason: 'MEETING_IN_FUTURE', field: 'meetingOn' }));
  it('are not of a day that does not exist', () =>
    refused({ meetingOn: '2021-02-30' }).thenRefused({ reason: 'MEETING_DAY_INVALID', field: 'meetingOn' }));
  it('are not of a meeting years ago', () => {
    const old = {
      ...decidable(),
      result: { resultHash: 'a'.repeat(64), computedAt: '2019-01-01T00:00:00.000Z', ranking: [] },
    };
    refused({ decidable: old, meetingOn: '2020-01-01' }).thenRefused({
      reason: 'MEETING_TOO_LONG_AGO',
      field: 'meetingOn',
    });
  });

  it('are about the latest result', () =>
    refused({ resultHash: 'b'.repeat(64) }).thenRefused({ reason: 'RESULT_OUTDATED', field: 'resultHash' }));
  it('are not about a result older than a recorded recusal or taking-out', () =>
    refused({ decidable: decidable({ outdated: true }) }).thenRefused({
      reason: 'RESULT_OUTDATED',
      field: 'resultHash',
    }));
  it('wait for what somebody proposed and nobody answered', () =>
    refused({
      decidable: decidable({
        outstanding: [
          { proposalId: 'p', act: 'DeclareRecusal', proposedBy: 'x', role: 'committee-officer', proposedAt: NOW },
        ],
      }),
    }).thenRefused({ reason: 'PROPOSAL_OUTSTANDING', field: 'roundId', details: { proposalId: 'p' } }));
  it('need a result', () =>
    refused({ decidable: decidable({ result: null }) }).thenRefused({
      reason: 'RESULT_NOT_COMPUTED',
      field: 'roundId',
    }));
});

describe('the body that decides', () => {
  const four = bodyOf(COMMITTEE, 'l1', 'l2', 'l3', 'l4');
  it('is more than half of its members', () =>
    refused({ own: four }).thenRefused({
      reason: 'QUORUM_NOT_REACHED',
      field: 'present',
      details: { entryId: '', present: 2, members: 4, quorum: 3 },
    }));
  it('is as many as the template asks, where that is more', () =>
    refused({
      decidable: decidable({ party: { recuse: 'home', least: 3, attest: null, departures: true } }),
    }).thenRefused({
      reason: 'QUORUM_NOT_REACHED',
      field: 'present',
      details: { entryId: '', members: 3, present: 2, quorum: 3 },
    }));
  it('is no one person, even where it has one member only: the superior body decides', () =>
    refused({ own: bodyOf(COMMITTEE, 'l1'), present: ['l1'] }).thenRefused({
      reason: 'QUORUM_IMPOSSIBLE',
      field: 'present',
    }));
  it('counts its own members only, each once', () => {
    refused({ present: ['l1', 'stranger'] }).thenRefused({ reason: 'NOT_IN_BODY', field: 'present[1]' });
    refused({ present: ['l1', 'l1'] }).thenRefused({ reason: 'PRESENT_TWICE', field: 'present[1]' });
  });
  it('counts nobody over an entry that he leads', () => {
    const own = bodyOf(COMMITTEE, 'leader-a', 'l2', 'l3');
    refused({ own, present: ['leader-a', 'l2'] }).thenRefused({
      reason: 'QUORUM_NOT_REACHED',
      field: 'present',
      details: { entryId: 'entry-a', present: 1, members: 2, quorum: 2 },
    });
    expect(recordedBy({ own, present: ['l2', 'l3'] }).data.body[0]).toMatchObject({
      personId: 'leader-a',
      present: false,
      recused: [{ entryId: 'entry-a', cause: 'leader' }],
    });
  });
  it('counts nobody over what comes from where he belongs, as far as the template asks', () => {
    const own = bodyOf(COMMITTEE, member('l1', 'unit-b'), 'l2', 'l3');
    refused({ own, present: ['l1', 'l2'] }).thenRefused({
      reason: 'QUORUM_NOT_REACHED',
      field: 'present',
      details: { entryId: 'entry-b', members: 2, present: 1, quorum: 2 },
    });
    const leaderOnly = decidable({ party: { recuse: 'leader', least: 0, attest: null, departures: true } });
    expect(recordedBy({ own, present: ['l1', 'l2'], decidable: leaderOnly }).data.body[0]?.recused).toEqual([]);
  });
  it('counts nobody over himself', () => {
    const [first, ...rest] = decidable().entries;
    if (first === undefined) throw new Error('no entry');
    const entries = [{ ...first, subject: { kind: 'person', id: 'l1' } }, ...rest];
    const self = decidable({ entries, party: { recuse: 'self', least: 0, attest: null, departures: true } });
    refused({ decidable: self }).thenRefused({
      reason: 'QUORUM_NOT_REACHED',
      field: 'present',
      details: { entryId: 'entry-a', members: 2, present: 1, quorum: 2 },
    });
  });
  it('is the superior one where no meeting of the own could decide over an entry', () => {
    const own = bodyOf(COMMITTEE, member('l1', 'unit-a'), member('l2', 'unit-a'), 'l3');
    refused({ own, present: ['l1', 'l2', 'l3'] }).thenRefused({
      reason: 'QUORUM_IMPOSSIBLE',
      field: 'present',
      details: { entryId: 'entry-a', members: 1, quorum: 2 },
    });
    const superior = bodyOf(SUPERIOR, 's1', 's2', 's3');
    expect(recordedBy({ own, superior, present: ['s1', 's2'] }).data.committeeId).toBe(SUPERIOR);
  });
  it('is not the superior one as long as the own can', () =>
    refused({ superior: bodyOf(SUPERIOR, 's1', 's2') }).thenRefused({
      reason: 'SUPERIOR_NOT_NEEDED',
      field: 'committeeId',
    }));
});

describe('an attestation', () => {
  const recorded = recordedBy({ present: ['l1', 'l2', 'l3'] });
  const attested = (personId: string, completing: boolean): DecisionFact => ({
    type: 'MinutesAttested.v1',
    data: { decisionId: DECISION, roundId: ROUND, personId, grantId: `grant-${personId}`, attestedAt: NOW, completing },
  });
  it('is each member’s own; with a majority of those present the decision takes effect', () => {
    given(recorded).when(attest('l1')).then(attested('l1', false));
    given(recorded, attested('l1', false)).when(attest('l2')).then(attested('l2', true));
  });
  it('is not given by somebody who was not there', () => {
    given(recordedBy()).when(attest('l3')).thenRefused({ reason: 'NOT_PRESENT', field: 'decisionId' });
    given(recorded).when(attest('officer-1')).thenRefused({ reason: 'NOT_PRESENT', field: 'decisionId' });
  });
  it('counts once', () => given(recorded, attested('l1', false)).when(attest('l1')).then());
  it('may follow after the decision took effect, and changes nothing then', () =>
    given(recorded, attested('l1', false), attested('l2', true))
      .when(attest('l3', { decidable: decidable({ outdated: true }) }))
      .then(attested('l3', false)));
  it('is given no more once the decision was annulled: it would take effect again', () => {
    const undone = decidable({ annulled: [DECISION] });
    given(recorded, attested('l1', false), attested('l2', true))
      .when(attest('l3', { decidable: undone }))
      .thenRefused({ reason: 'DECISION_ANNULLED', field: 'decisionId' });
    given(recorded, attested('l1', false), attested('l2', true))
      .when(attest('l1', { decidable: undone }))
      .thenRefused({ reason: 'DECISION_ANNULLED', field: 'decisionId' });
  });
  it('is asked of as many as the template says', () => {
    const all = decidable({ party: { recuse: 'home', least: 0, attest: 3, departures: true } });
    const asked = recordedBy({ present: ['l1', 'l2', 'l3'], decidable: all });
    expect(asked.data.attestationsNeeded).toBe(3);
    given(asked, attested('l1', false))
      .when(attest('l2', { decidable: all }))
      .then(attested('l2', false));
  });
  it('of somebody recused from an entry does not carry it: enough others attest too', () => {
    const own = bodyOf(COMMITTEE, member('l1', 'unit-a'), 'l2', 'l3', 'l4');
    const mixed = recordedBy({ own, present: ['l1', 'l2', 'l3', 'l4'] });
    given(mixed, attested('l1', false), attested('l2', false)).when(attest('l3')).then(attested('l3', true));
    given(recordedBy({ own, present: ['l1', 'l2', 'l3'] }), attested('l1', false))
      .when(attest('l2'))
      .then(attested('l2', false));
  });
  it('is refused once something moved since: such minutes are taken back and written anew', () => {
    given(recorded)
      .when(attest('l1', { decidable: decidable({ outdated: true }) }))
      .thenRefused({ reason: 'RESULT_OUTDATED', field: 'resultHash' });
    given(recorded)
      .when(attest('l1', { decidable: decidable({ entries: decidable().entries.slice(1) }) }))
      .thenRefused({ reason: 'RESULT_OUTDATED', field: 'decisionId' });
  });
  it('needs minutes', () =>
    given().when(attest('l1')).thenRefused({ reason: 'MINUTES_NOT_RECORDED', field: 'decisionId' }));
});

describe('taking minutes back', () => {
  const withdraw = { type: 'WithdrawMinutes', now: NOW, by: 'officer-1', why: '编号有误' } as const;
  const withdrawn: DecisionFact = {
    type: 'MinutesWithdrawn.v1',
    data: {
      decisionId: DECISION,
      roundId: ROUND,
      withdrawnBy: 'officer-1',
      withdrawnAt: NOW,
      prose: { why: '编号有误' },
    },
  };
  it('is possible until they are attested', () => given(recordedBy()).when(withdraw).then(withdrawn));
  it('needs a reason', () =>
    given(recordedBy())
      .when({ ...withdraw, why: ' ' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' }));
  it('is not possible any more once the decision took effect: it is annulled by two persons', () => {
    const done = ['l1', 'l2'].map((personId, at): DecisionFact => ({
      type: 'MinutesAttested.v1',
      data: { decisionId: DECISION, roundId: ROUND, personId, grantId: 'g', attestedAt: NOW, completing: at === 1 },
    }));
    given(recordedBy(), ...done)
      .when(withdraw)
      .thenRefused({ reason: 'MINUTES_ATTESTED', field: 'decisionId' });
  });
  it('ends them: nobody attests them any more', () =>
    given(recordedBy(), withdrawn)
      .when(attest('l1'))
      .thenRefused({ reason: 'MINUTES_WITHDRAWN', field: 'decisionId' }));
});
