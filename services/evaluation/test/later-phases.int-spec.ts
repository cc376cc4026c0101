import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { grantsOf } from '@jiangong/access/postgres';
import { notYetPlayed } from '@jiangong/programmes';
import { assignSeats } from '../src/application/assign-seats.ts';
import { decisionsOf } from '../src/application/decisions.ts';
import { scoreSheets } from '../src/application/score-sheets.ts';
import { roundIdOf } from '../src/application/streams.ts';
import { randomCertificateNumbers } from '../src/adapters/crypto/certificate-numbers.ts';
import { decisionKnowledge } from '../src/adapters/postgres/decision-knowledge.ts';
import { workKnowledge } from '../src/adapters/postgres/work-questions.ts';
import { listWork } from '../src/application/work/list-work.ts';
import { bySecondPerson, tallyRound } from './evaluation-steps.ts';
import { type EvaluationStage, openEvaluation } from './evaluation-stage.ts';
import {
  accepted,
  COMMITTEE,
  editionId,
  entries,
  EXPERTS,
  LEADERS,
  OFFICER,
  SERIES,
  UNIT_A,
  UNIT_B,
  UNIT_C,
} from './evaluation-world.ts';
import { lectureContest } from './lecture-contest.ts';

const YEAR = 2021;
const EDITION = editionId(YEAR);
const [SELECTION, FINAL] = ['selection', 'final'].map((phase) => roundIdOf(EDITION, phase, 1)) as [string, string];
const WINDOWS = {
  selection: { opensAt: '2021-11-30T16:00:00.000Z', closesAt: '2021-12-10T16:00:00.000Z' },
  final: { opensAt: '2021-12-12T16:00:00.000Z', closesAt: '2021-12-20T16:00:00.000Z' },
};
const { a1, b1, b2, c1 } = entries(YEAR);

describe('a contest whose first ranks go on to a final, over PostgreSQL', () => {
  let stage: EvaluationStage;
  const round = async (roundId: string) => (await stage.evaluation.readRound(roundId)).round;
  const entriesOf = async (roundId: string) => {
    const told = await round(roundId);
    return told.kind === 'absent'
      ? []
      : told.entries.map(({ entryId, rank, fromRound, out }) => ({ entryId, rank, fromRound, out }));
  };
  const ofPhase = async (phase: keyof typeof WINDOWS, type: string, more: object = {}): Promise<void> => {
    const stageId = phase;
    const data = { editionId: EDITION, stageId, act: 'score', phase, ...WINDOWS[phase], ...more };
    await stage.tellFact(`merit-projects.edition-${EDITION}`, type, data);
    await stage.caughtUp();
  };
  const convene = async (roundId: string): Promise<void> => {
    const seats = EXPERTS.map((personId) => ({ personId, sourceId: 'panel' }));
    accepted(await assignSeats(stage.evaluation)({ roundId, seats }, stage.call()));
    await stage.caughtUp();
  };
  /** Every expert gives each entry as many points for its content. */
  const judge = async (roundId: string, points: Readonly<Record<string, number>>): Promise<void> => {
    const sheets = scoreSheets(stage.evaluation);
    const scores = Object.entries(points).map(([entryId, mark]) => ({
      entryId,
      marks: [
        { criterionId: 'content', mark: mark * 100 },
        { criterionId: 'delivery', mark: 2_000 },
      ],
    }));
    for (const personId of EXPERTS) {
      const call = () => stage.call(personId, 'expert');
      accepted(await sheets.save({ roundId, scores }, call()));
      accepted(await sheets.submit(roundId, call()));
    }
    await stage.caughtUp();
  };
  /** The office proposes whom the body chose, one of its members carries it out. */
  const choose = async (entryId: string): Promise<void> => {
    const terms = {
      act: 'ChooseGoingOn',
      phase: 'final',
      entryIds: [entryId],
      minutesNumber: '纪要〔2021〕3号',
    } as const;
    await bySecondPerson(stage, SELECTION, terms, [LEADERS[0], 'committee-leader']);
  };
  const work = async (): Promise<readonly string[]> => {
    const { rows, clock } = stage.ground;
    const asker = { personId: OFFICER, grants: await grantsOf(rows, OFFICER), now: clock.now() };
    const { items } = await listWork(workKnowledge(rows), asker);
    return items.map(({ kind, subjectId }) => `${kind} ${subjectId === FINAL ? 'final' : 'selection'}`);
  };

  beforeAll(async () => {
    stage = await openEvaluation();
    const { templateHash, canonicalText } = lectureContest;
    await stage.tellFact(`merit-projects.template-${COMMITTEE}`, 'TemplateAdopted.v1', {
      ...{ templateHash, committeeId: COMMITTEE, templateId: 'lecture-contest', canonicalText },
    });
    await stage.tellFact(`merit-projects.edition-${EDITION}`, 'EditionOpened.v1', {
      editionId: EDITION,
      seriesId: SERIES,
      year: YEAR,
      ordinal: 1,
      committeeId: COMMITTEE,
      titleZh: '党课评选',
      titleEn: 'Lectures',
      templateHash,
      templateId: 'lecture-contest',
      parametersJson: '{}',
    });
    await ofPhase('selection', 'StageScheduled.v1');
    await ofPhase('final', 'StageScheduled.v1');
  }, 60_000);
  afterAll(async () => stage.close());

  it('is a template that the platform plays', () => expect(notYetPlayed(lectureContest.template)).toEqual([]));

  it('has a round a phase from the beginning, and what the edition lets in comes into the first one alone', async () => {
    for (const unitId of [UNIT_A, UNIT_B, UNIT_C]) await stage.closeIntake(YEAR, unitId);
    await ofPhase('selection', 'StageOpened.v1', { entered: 4 });
    expect(await round(SELECTION)).toMatchObject({ kind: 'open', entries: { length: 4 } });
    expect(await round(FINAL)).toMatchObject({ kind: 'prepared', entries: [] });
  });

  it('takes the first on by themselves once there is a result, of equal ones whom the body chose, and nothing is decided over the first phase', async () => {
    await convene(SELECTION);
    await convene(FINAL);
    await judge(SELECTION, { [a1]: 50, [b1]: 55, [b2]: 20, [c1]: 50 });
    stage.moveTo('2021-12-10T17:00:00.000Z');
    await ofPhase('selection', 'StageClosed.v1');
    expect(await entriesOf(FINAL)).toEqual([]);
    expect(await work()).toEqual(['tally-round selection']);
    await tallyRound(stage, SELECTION);
    await stage.caughtUp();
    // a1 and c1 rank alike, for one place: the body says who goes on, and until then nobody does.
    expect(await entriesOf(FINAL)).toEqual([]);
    expect(await work()).toEqual(['choose-going-on selection']);
    await choose(a1);
    expect(await entriesOf(FINAL)).toEqual([
      { entryId: b1, rank: 1, fromRound: SELECTION, out: null },
      { entryId: a1, rank: 2, fromRound: SELECTION, out: null },
    ]);
    const decisions = decisionsOf(stage.evaluation, decisionKnowledge(stage.ground.rows), randomCertificateNumbers);
    expect(await decisions.find(SELECTION)).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'PHASE_GOES_ON', details: { phase: 'final' } },
    });
    expect(await work()).toEqual([]);
  });

  it('follows a corrected result until it opens: who is out goes out, who moved up comes in', async () => {
    await bySecondPerson(stage, SELECTION, { act: 'TakeOutEntry', entryId: b1, reason: 'ineligible' });
    await tallyRound(stage, SELECTION);
    await stage.caughtUp();
    expect(await entriesOf(FINAL)).toEqual([
      { entryId: b1, rank: 1, fromRound: SELECTION, out: 'not-admitted' },
      { entryId: a1, rank: 2, fromRound: SELECTION, out: null },
      { entryId: c1, rank: 1, fromRound: SELECTION, out: null },
    ]);
    await bySecondPerson(stage, SELECTION, { act: 'PutBackEntry', entryId: b1, reason: 'taken-out-in-error' });
    await tallyRound(stage, SELECTION);
    await stage.caughtUp();
    // The word was about the result before: this one asks again.
    expect(await work()).toEqual(['choose-going-on selection']);
    await choose(a1);
    expect((await entriesOf(FINAL)).filter(({ out }) => out === null).map(({ entryId }) => entryId)).toEqual([b1, a1]);
  });

  it('opens with its own stage and is decided over; what an annulled final began with is asked of the first phase anew', async () => {
    stage.moveTo('2021-12-12T17:00:00.000Z');
    await ofPhase('final', 'StageOpened.v1', { entered: 4 });
    expect(await round(FINAL)).toMatchObject({ kind: 'open', closing: 1 });
    await judge(FINAL, { [a1]: 58, [b1]: 30 });
    stage.moveTo('2021-12-20T17:00:00.000Z');
    await ofPhase('final', 'StageClosed.v1');
    await tallyRound(stage, FINAL);
    await stage.caughtUp();
    const told = await round(FINAL);
    expect(told.kind === 'closed' && told.results.at(-1)?.ranking.map(({ entryId }) => entryId)).toEqual([a1, b1]);
    expect(await work()).toEqual(['record-minutes final']);
    await bySecondPerson(stage, FINAL, { act: 'AnnulRound', reason: 'irregularity' });
    const anew = roundIdOf(EDITION, 'final', 2);
    expect((await entriesOf(anew)).filter(({ out }) => out === null).map(({ entryId }) => entryId)).toEqual([b1, a1]);
    // Its day is over: a second person opens it late.
    expect(await round(anew)).toMatchObject({ kind: 'prepared', window: { entered: 3 } });
    await bySecondPerson(stage, anew, { act: 'OpenLate', until: '2021-12-24T16:00:00.000Z' });
    expect(await round(anew)).toMatchObject({ kind: 'open' });
  });
});
