import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { grantsOf } from '@jiangong/access/postgres';
import { randomCertificateNumbers } from '../src/adapters/crypto/certificate-numbers.ts';
import { decisionKnowledge } from '../src/adapters/postgres/decision-knowledge.ts';
import { workKnowledge } from '../src/adapters/postgres/work-questions.ts';
import { attestMinutes } from '../src/application/attest-minutes.ts';
import { type Decisions, decisionsOf } from '../src/application/decisions.ts';
import { issueCircular, publishProposal } from '../src/application/issue-circular.ts';
import { proposeActs } from '../src/application/propose-acts.ts';
import { recordMinutes } from '../src/application/record-minutes.ts';
import { answerReopening, askReopening } from '../src/application/reopening-requests.ts';
import { listWork, WORK_KINDS } from '../src/application/work/list-work.ts';
import type { ScoringTerms } from '../src/domain/round/proposal.ts';
import { FILE } from './domain/decision/example-decidable.ts';
import { type EvaluationStage, openEvaluation } from './evaluation-stage.ts';
import { assignAll, handIn, roundOf, runningRound, tallyRound } from './evaluation-steps.ts';
import {
  accepted,
  COMMITTEE,
  editionId,
  EXPERTS,
  id,
  INSPECTOR,
  LEADERS,
  OFFICER,
  OFFICERS,
} from './evaluation-world.ts';

const YEAR = 2021;
const ROUND = roundOf(YEAR);
/** `lead` answers for one of the entries of this round. */
const PEOPLE = {
  ...{ officer: OFFICER, inspector: INSPECTOR, leader: LEADERS[0], lead: LEADERS[2] },
  ...{ unit: OFFICERS.a, expert: EXPERTS[0], second: EXPERTS[1] },
} as const;
type Who = keyof typeof PEOPLE;
const MORE_LEADERS = [id('leader-4'), id('leader-5')] as const;

/** The edition's calendar after its scoring. */
const STAGES = [
  ['notice', 'notice', '2021-11-30T16:00:00.000Z'],
  ['decide', 'decide', '2021-12-25T16:00:00.000Z'],
  ['second-notice', 'notice', '2022-01-05T16:00:00.000Z'],
  ['commend', 'commend', '2022-01-31T16:00:00.000Z'],
] as const;
/**
 * Seen where namings, honours, check-lists, bonuses, measures and ballots are (`naming.int-spec`, `honours.int-spec`, `checklists.int-spec`,
 * `bonuses.int-spec`, `measures.int-spec`, `ballots.int-spec`), and so are recommendations and phases (`choice.int-spec`, `later-phases.int-spec`);
 * what is dealt out in `test/journeys/bad-input`.
 */
const SEEN_ELSEWHERE: readonly string[] = [
  'fill-checklists',
  'mark-oneself',
  ...['compute-naming', 'recheck-honour', 'carry-out-honour-proposal', 'carry-out-checklist-proposal'],
  ...['decide-appeals', 'follow-upheld-appeals', 'look-up-facts', 'deal-entries', 'count-papers', 'open-paper-box'],
  ...['record-meeting', 'attest-meeting', 'make-vote-codes', 'hold-talks', 'confirm-talks'],
  ...['decide-bonus-claims', 'carry-out-bonus-proposal'],
  ...['put-forward', 'record-outside-decision', 'carry-out-recommendation-proposal'],
  ...['record-measures', 'carry-out-measure-proposal'],
  ...['collect-voting-token', 'cast-vote'],
  'choose-going-on',
];

describe('what waits for whom in a round', () => {
  let stage: EvaluationStage;
  let decisions: Decisions;
  const seen = new Set<string>();

  beforeAll(async () => {
    stage = await openEvaluation();
    const { evaluation, ground } = stage;
    decisions = decisionsOf(evaluation, decisionKnowledge(ground.rows), randomCertificateNumbers);
    // With one of three recused no quorum would be possible.
    for (const personId of MORE_LEADERS) {
      const grant = { grantId: `grant of ${personId}`, personId, role: 'committee-leader', organizationId: COMMITTEE };
      await stage.tellFact(`membership.person-${personId}`, 'RoleGranted.v1', grant);
    }
    await stage.runCampaign(YEAR);
    for (const [stageId, act, closesAt] of STAGES)
      await stage.tellFact(`merit-projects.edition-${editionId(YEAR)}`, 'StageScheduled.v1', {
        ...{ editionId: editionId(YEAR), stageId, act, phase: '', opensAt: '2021-01-01T00:00:00.000Z', closesAt },
      });
  }, 120_000);
  afterAll(async () => stage.close());

  const workOf = async (who: Who) => {
    const { rows, clock } = stage.ground;
    const personId = PEOPLE[who];
    const asker = { personId, grants: await grantsOf(rows, personId), now: clock.now() };
    return (await listWork(workKnowledge(rows), asker)).items;
  };

  /** Everybody's work as `who kind done/total`: what is not written down here waits for nobody of them. */
  const all = async (): Promise<readonly string[]> => {
    await stage.caughtUp();
    const told: string[] = [];
    for (const who of Object.keys(PEOPLE) as Who[])
      for (const { kind, done, total } of await workOf(who)) {
        seen.add(kind);
        told.push(`${who} ${kind} ${done}/${total}`);
      }
    return told.toSorted();
  };

  const dueOf = async (who: Who): Promise<readonly string[]> => (await workOf(who)).map(({ dueAt }) => dueAt);

  /** Three ask; one takes it back, one is declined. */
  const reopeningIsAsked = async (): Promise<void> => {
    const ask = askReopening(stage.evaluation);
    const asked = ['expert', 'second', 'unit'] as const;
    const requests: string[] = [];
    for (const who of asked) {
      const call = stage.call(PEOPLE[who], who === 'unit' ? 'unit-officer' : 'expert');
      const { requestId, handled } = await ask.request({ roundId: ROUND, why: '漏看材料' }, call);
      accepted(handled);
      requests.push(requestId);
    }
    const waits = (count: number) => [`officer answer-reopening-requests 0/${count}`, 'officer tally-round 0/1'];
    expect(await all()).toEqual(waits(3));
    accepted(await ask.withdraw({ roundId: ROUND }, stage.call(PEOPLE.expert, 'expert')));
    expect(await all()).toEqual(waits(2));
    const declined = { roundId: ROUND, requestId: requests[2] ?? '', why: '与他人相差不大' };
    accepted(await answerReopening(stage.evaluation).decline(declined, stage.call()));
    expect(await all()).toEqual(waits(1));
  };

  const seats = ['expert', 'second', 'unit'] as const;
  const leads = ['lead', 'leader'] as const;

  it('convening waits for the office, then recusals for everybody who has a seat', async () => {
    expect(await all()).toEqual(['officer convene-round 0/1']);
    await assignAll(stage, YEAR);
    expect(await all()).toEqual(seats.map((who) => `${who} check-recusals 0/1`));
  });

  it('a sheet waits for its own holder until it is handed in, and collecting for the office', async () => {
    await stage.scoringOpens(YEAR);
    expect(await all()).toEqual(
      [...seats.map((who) => `${who} fill-sheet 0/1`), 'officer collect-sheets 0/6'].toSorted(),
    );
    const others = [...Object.values(OFFICERS), EXPERTS[0], EXPERTS[2]];
    await handIn(stage, YEAR, others);
    expect(await all()).toEqual(['officer collect-sheets 5/6', 'second fill-sheet 0/1']);
  });

  it('a reopened round waits for the seats it names, and a proposal for the other offices until it is carried out', async () => {
    await stage.scoringCloses(YEAR);
    expect(await all()).toEqual(['officer tally-round 0/1']);
    await reopeningIsAsked();
    const acts = proposeActs(stage.evaluation);
    const until = '2021-12-20T16:00:00.000Z';
    const terms: ScoringTerms = { act: 'ReopenRound', seatIds: [EXPERTS[1]], until, reason: 'sheets-missing' };
    const { proposalId, handled } = await acts.propose({ roundId: ROUND, terms, why: '缺表' }, stage.call());
    accepted(handled);
    // Who leads an entry carries nothing out about the round in which it is judged.
    expect(await all()).toEqual([
      ...['inspector', 'leader'].map((who) => `${who} carry-out-round-proposal 0/1`),
      'officer tally-round 0/1',
    ]);
    accepted(await acts.carryOut({ roundId: ROUND, proposalId }, stage.call(INSPECTOR, 'discipline-inspector')));
    expect(await all()).toEqual(['officer collect-sheets 5/6', 'second fill-sheet 0/1']);
    expect((await workOf('second'))[0]).toMatchObject({ dueAt: until, titleZh: '建功“十四五”', subjectId: ROUND });
    await handIn(stage, YEAR, [EXPERTS[1]]);
    expect(await all()).toEqual([]);
    stage.moveTo('2021-12-21T02:00:00.000Z');
    await stage.tick();
  });

  it('minutes wait for the office, then for each who was present until he has attested, or enough have', async () => {
    expect(await all()).toEqual(['officer tally-round 0/1']);
    await tallyRound(stage, ROUND);
    expect(await all()).toEqual(['officer record-minutes 0/1']);
    expect(await dueOf('officer')).toEqual(['2021-12-25T16:00:00.000Z']);
    const resultHash = (await runningRound(stage, ROUND)).results.at(-1)?.resultHash ?? '';
    const paper = { minutesNumber: '〔2021〕12号', meetingOn: '2021-12-21', file: FILE, superior: false };
    const terms = { present: [...LEADERS, ...MORE_LEADERS], departures: [], choices: [], exceeding: [] };
    const { decisionId, handled } = await recordMinutes(decisions)(
      { roundId: ROUND, resultHash, ...paper, ...terms },
      stage.call(),
    );
    accepted(handled);
    expect(await all()).toEqual(leads.map((who) => `${who} attest-minutes 0/5`));
    expect(await dueOf('lead')).toEqual(['2021-12-25T16:00:00.000Z']);
    const attest = async (personId: string): Promise<void> => {
      const call = stage.call(personId, 'committee-leader');
      accepted((await attestMinutes(decisions)({ roundId: ROUND, decisionId }, call)).handled);
    };
    await attest(LEADERS[0]);
    expect(await all()).toEqual(['lead attest-minutes 1/5']);
    for (const personId of [LEADERS[1], ...MORE_LEADERS]) await attest(personId);
    expect(await all()).toEqual(['officer publish-proposed 0/1']);
    expect(await dueOf('officer')).toEqual(['2022-01-05T16:00:00.000Z']);
  });

  it('the circular waits for the office once the notice is over, and every kind was seen', async () => {
    accepted(await publishProposal(decisions)({ roundId: ROUND }, stage.call()));
    expect(await all()).toEqual([]);
    stage.moveTo('2022-01-20T02:00:00.000Z');
    expect(await all()).toEqual(['officer issue-circular 0/1']);
    expect(await dueOf('officer')).toEqual(['2022-01-31T16:00:00.000Z']);
    accepted(await issueCircular(decisions)({ roundId: ROUND, documentNumber: '〔2022〕1号' }, stage.call()));
    expect(await all()).toEqual([]);
    expect([...seen].toSorted()).toEqual(WORK_KINDS.filter((kind) => !SEEN_ELSEWHERE.includes(kind)).toSorted());
  });
});
