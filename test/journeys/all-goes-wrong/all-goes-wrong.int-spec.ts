import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { readLog } from '../demo/report/read-log.ts';
import { logFaults } from '../demo/report/verify-log.ts';
import { Campaign } from './campaign.ts';
import * as who from './cast.ts';
import * as cleared from './declared-and-cleared.ts';
import * as decided from './decided.ts';
import { LOG_TELLS } from './expected-log.ts';
import * as honoured from './honoured.ts';
import { faultsOfTwo, linesOf } from './log-lines.ts';
import * as paper from './on-paper.ts';
import * as planned from './planned-and-merged.ts';
import * as scored from './scored.ts';
import { reopenStage, stageOf } from './stages.ts';
import { stepsOf } from '../steps.ts';

const START_MS = 180_000;
const STEP_MS = 120_000;
/** Fewer were not the whole campaign. */
const ANSWERS_LEAST = 200;

let campaign: Campaign;
let resultHash = '';

beforeAll(async () => {
  campaign = await Campaign.start();
}, START_MS);

afterAll(() => campaign?.stop(), STEP_MS);

const step = stepsOf(STEP_MS);

describe('a campaign in which all goes wrong, and is put right', () => {
  step('January: the entries are planned', async () => {
    await planned.plan(campaign);
    expect(await campaign.standing('c1')).toBe('underway');
  });

  step('June: a unit is merged into another, which takes its entry on', async () => {
    await campaign.day(`${who.YEAR}-06-12`);
    expect(await planned.mergeUnit(campaign)).toEqual(['CHILDREN_LEFT', 'GRANTS_NOT_ANSWERED']);
    expect(await planned.handOver(campaign)).toBe('HOME_NOT_FOUND');
    expect(await campaign.entry('c1')).toMatchObject({
      homeId: campaign.play.organization(who.HEIR),
      nominatorId: campaign.play.organization(who.MERGED),
    });
  });

  step('November: a block before entering is lifted, by another than who raised it', async () => {
    await campaign.day(`${who.YEAR}-11-04`);
    await cleared.declareAll(campaign);
    await campaign.day(`${who.YEAR}-11-15`);
    await cleared.reviewAll(campaign);
    await cleared.clear(campaign, 'd1');
    expect(await campaign.standing('d1')).toBe('blocked');
    expect(await cleared.liftBlock(campaign, 'd1', { judged: false })).toBe('SECOND_PERSON_NEEDED');
    expect(await campaign.standing('d1')).toBe('cleared');
    await campaign.day(`${who.YEAR}-11-20`);
    await cleared.publishAll(campaign);
  });

  step(
    'December: three experts are missing at the closing; the round takes their sheets, one of them is excused',
    async () => {
      await campaign.day(`${who.YEAR}-11-28`);
      await scored.assignSeats(campaign);
      await campaign.day(`${who.YEAR}-12-02`);
      await scored.unitsHandIn(campaign);
      for (const expert of who.IN_TIME) await scored.handIn(campaign, expert);
      await scored.missingAreReminded(campaign);
      await campaign.day(`${who.YEAR}-12-11`);

      expect(await scored.sheetRefused(campaign, who.LATE_ONE)).toBe('ROUND_CLOSED');
      const lacking = await scored.tallyRefused(campaign);
      expect(lacking.reason).toBe('SHEETS_LACKING');
      const missing = who.MISSING.map((expert) => campaign.play.person(expert));
      expect(String(lacking.details?.['seatIds']).split(' ').toSorted()).toEqual(missing.toSorted());

      const until = `${who.YEAR}-12-13T10:00:00.000Z`;
      const terms = { act: 'ReopenRound', seatIds: missing, until, reason: 'panel-below-minimum' };
      const proposalId = await scored.propose(campaign, terms, '三位专家未提交，专家组不足。');
      expect(await campaign.reason(who.OFFICER, scored.carryOutPath(campaign, proposalId))).toBe('NO_GRANT');
      await campaign.order(who.INSPECTOR, scored.carryOutPath(campaign, proposalId));
      await campaign.day(`${who.YEAR}-12-12`);
      await scored.handIn(campaign, who.LATE_ONE);
      await scored.handIn(campaign, who.LATE_OTHER);
      expect(await scored.sheetRefused(campaign, who.RECUSED)).toBe('SEAT_NOT_REOPENED');
      expect((await campaign.round()).status).toBe('open');

      await campaign.day(`${who.YEAR}-12-14`);
      expect(await campaign.round()).toMatchObject({ status: 'closed', closing: 2, unsealed: false });
      const excuse = { act: 'ExcuseSeat', seatId: campaign.play.person(who.ILL), reason: 'ill' };
      await scored.byTwo(campaign, excuse, { why: '因病住院。', by: who.LEADER });
      ({ resultHash } = await scored.tally(campaign));
      expect(scored.named(campaign, await scored.result(campaign))).toEqual(who.RANKS);
    },
  );

  step('a recusal that was wrong changes the ranking, and is lifted; both results stand', async () => {
    const entryId = campaign.id('a1');
    const personId = campaign.play.person(who.RECUSED);
    const meeting = { number: 1, on: `${who.YEAR}-12-14`, resultHash };
    const alone = { personId, entryId, reason: 'interest' };
    expect(await campaign.reason(who.OFFICER, `${campaign.roundPath}/recusals`, alone)).toBe('PROPOSAL_NEEDED');
    const proposalId = await scored.propose(campaign, { act: 'DeclareRecusal', ...alone }, '据反映有利害关系。');
    const minutes = `${campaign.roundPath}/minutes`;
    expect(await campaign.reason(who.OFFICER, minutes, decided.minutesOf(campaign, meeting))).toBe(
      'PROPOSAL_OUTSTANDING',
    );
    await campaign.order(who.INSPECTOR, scored.carryOutPath(campaign, proposalId));
    expect(await campaign.reason(who.OFFICER, minutes, decided.minutesOf(campaign, meeting))).toBe('RESULT_OUTDATED');
    const changed = await scored.tally(campaign);
    expect(changed.resultHash).not.toBe(resultHash);
    expect(scored.named(campaign, await scored.result(campaign))).toEqual(who.RANKS_RECUSED);

    const lift = { act: 'LiftRecusal', personId, entryId, reason: 'entered-in-error' };
    await scored.byTwo(campaign, lift, { why: '经核实系同名。', by: who.OTHER_INSPECTOR });
    ({ resultHash } = await scored.tally(campaign));
    const { earlier, ...latest } = await scored.result(campaign);
    expect(scored.named(campaign, latest)).toEqual(who.RANKS);
    expect(earlier.map((one) => scored.named(campaign, one)[0])).toEqual(['b1', 'a1']);
  });

  step('an entry is blocked while it is judged, taken out, and put back when the block is lifted', async () => {
    await campaign.day(`${who.YEAR}-12-16`);
    expect(await cleared.blockEntered(campaign, 'c1')).toBe('PROPOSAL_NOT_FOUND');
    expect(await campaign.standing('c1')).toBe('blocked');
    expect((await campaign.round()).outdated).toBe(true);
    await scored.tally(campaign);
    expect(scored.named(campaign, await scored.result(campaign))).toEqual(['b1', 'a1', 'a2', 'd1']);

    expect(await cleared.liftBlock(campaign, 'c1', { judged: true })).toBe('SECOND_PERSON_NEEDED');
    expect(await campaign.standing('c1')).toBe('in-evaluation');
    ({ resultHash } = await scored.tally(campaign));
    const { earlier, ...latest } = await scored.result(campaign);
    expect(scored.named(campaign, latest)).toEqual(who.RANKS);
    expect(earlier).toHaveLength(4);
  });

  step('the stage of the decision passes without one, and is opened again by a second person', async () => {
    await campaign.day(`${who.YEAR}-12-23`);
    expect(await stageOf(campaign, 'decide')).toMatchObject({ progress: 'closed', closings: 1 });
    expect(await reopenStage(campaign, 'decide', `${who.YEAR}-12-31`)).toEqual([
      'PROPOSAL_NOT_FOUND',
      'SECOND_PERSON_NEEDED',
    ]);
    expect(await stageOf(campaign, 'decide')).toMatchObject({ progress: 'open', closesOn: `${who.YEAR}-12-31` });
  });

  step('a decision is wrong and annulled before its circular, and taken anew', async () => {
    await campaign.day(`${who.YEAR}-12-24`);
    const early = { number: 2, on: `${who.YEAR}-12-15`, resultHash };
    expect(
      await campaign.reason(who.OFFICER, `${campaign.roundPath}/minutes`, decided.minutesOf(campaign, early)),
    ).toBe('MEETING_BEFORE_RESULT');
    const departures = [
      { entry: 'a1', rule: 'first' },
      { entry: 'b1', rule: 'second' },
    ] as const;
    const wrong = await decided.decide(campaign, { number: 3, on: `${who.YEAR}-12-23`, resultHash, departures });
    expect((await campaign.round()).status).toBe('decided');
    expect(await decided.annul(campaign, wrong, 'rule-misread')).toBe('NO_GRANT');
    expect((await campaign.round()).status).toBe('tallied');

    const wrongAgain = [
      { entry: 'a2', rule: 'second' },
      { entry: 'a1', rule: 'third' },
    ] as const;
    const again = { number: 4, on: `${who.YEAR}-12-24`, resultHash, departures: wrongAgain };
    await decided.decide(campaign, again);
    expect(await decided.circularRefused(campaign, 1)).toBe('NOTICE_NOT_PUBLISHED');
    await decided.publishProposed(campaign);
    expect(await decided.circularRefused(campaign, 1)).toBe('NOTICE_RUNNING');
  });

  step('the circular waits for an objection to the result, also for one that was first answered in error', async () => {
    await campaign.day(`${who.YEAR}-12-26`);
    const objectionId = await decided.object(campaign, 'a1');
    await campaign.day(`${who.YEAR + 1}-01-07`);
    expect(await decided.circularRefused(campaign, 1)).toBe('OBJECTION_OPEN');
    await decided.settle(campaign, objectionId, 'upheld');
    expect(await decided.circularRefused(campaign, 1)).toBe('OBJECTION_UPHELD');
    expect(await decided.takeAnswerBack(campaign, { entry: 'a1', objectionId })).toBe('SECOND_PERSON_NEEDED');
    expect(await decided.circularRefused(campaign, 1)).toBe('OBJECTION_OPEN');
    await decided.settle(campaign, objectionId, 'rejected');
    await decided.issueCircular(campaign, 1);
    expect(await campaign.standing('a2')).toBe('commended');
    expect(await honoured.prizes(campaign)).toEqual({
      b1: `jiangong.first ${decided.circularOf(1).documentNumber}`,
      a2: `jiangong.second ${decided.circularOf(1).documentNumber}`,
      a1: `jiangong.third ${decided.circularOf(1).documentNumber}`,
      c1: `jiangong.third ${decided.circularOf(1).documentNumber}`,
    });
  });

  step('the circular, its certificates and its plaques are put on paper, by the office alone', async () => {
    expect(await paper.putOnPaper(campaign)).toEqual([
      'circular %P as said',
      'circular PK as said',
      'certificates %P as said',
      'plaque-list %P as said',
    ]);
    expect(await paper.papersRefused(campaign)).toEqual([
      'NO_GRANT',
      'DOCUMENT_FORMAT_UNKNOWN',
      'NO_GRANT',
      'NOT_SIGNED_IN',
    ]);
    expect(await paper.verified(campaign, await honoured.honourOf(campaign, 'b1'))).toMatchObject({
      standing: 'stands',
    });
  });

  step(
    'a decision is wrong after its circular: its honours are withdrawn, and another decision and circular follow',
    async () => {
      await campaign.day(`${who.YEAR + 1}-01-08`);
      const { decisionId } = await campaign.get<{ decisionId: string }>(who.OFFICER, `${campaign.roundPath}/decision`);
      expect(await decided.annul(campaign, decisionId, 'irregularity')).toBe('NO_GRANT');
      expect(await honoured.standing(campaign)).toEqual([]);
      expect((await paper.papers(campaign)).map((one) => one.split(' ').at(-1))).toEqual(Array(4).fill('withdrawn'));
      expect(await campaign.standing('a2')).toBe('in-evaluation');

      await decided.decide(campaign, { number: 5, on: `${who.YEAR + 1}-01-08`, resultHash });
      await decided.publishProposed(campaign);
      await campaign.day(`${who.YEAR + 1}-01-15`);
      await decided.issueCircular(campaign, 2);
      expect(await honoured.prizes(campaign)).toEqual({
        b1: `jiangong.first ${decided.circularOf(2).documentNumber}`,
        a1: `jiangong.second ${decided.circularOf(2).documentNumber}`,
        c1: `jiangong.third ${decided.circularOf(2).documentNumber}`,
        a2: `jiangong.third ${decided.circularOf(2).documentNumber}`,
      });
    },
  );

  step('an honour is withdrawn and its plaque recalled; another was withdrawn in error and is restored', async () => {
    await campaign.day(`${who.YEAR + 1}-01-17`);
    const on = `${who.YEAR + 1}-01-17`;
    const first = await honoured.honourOf(campaign, 'b1');
    const fraud = { act: 'WithdrawHonour', reason: 'obtained-by-fraud', on } as const;
    expect(await honoured.changeHonour(campaign, first, fraud)).toBe('NO_GRANT');
    expect(await honoured.plaqueOf(campaign, first)).toBe('out');
    const days = { due: `${who.YEAR + 1}-01-31`, back: `${who.YEAR + 1}-01-20` };
    await honoured.recallPlaque(campaign, first, days);
    expect(await honoured.plaqueOf(campaign, first)).toBe('returned');
    expect(await campaign.standing('b1')).toBe('in-evaluation');
    expect(await paper.verified(campaign, first)).toMatchObject({ standing: 'withdrawn', withdrawnOn: on });

    const second = await honoured.honourOf(campaign, 'a1');
    await honoured.changeHonour(campaign, second, { act: 'WithdrawHonour', reason: 'entered-in-error', on });
    expect(await campaign.standing('a1')).toBe('in-evaluation');
    await honoured.changeHonour(campaign, second, { act: 'RestoreHonour', reason: 'withdrawn-in-error', on });
    expect(await campaign.standing('a1')).toBe('commended');
    await paper.certificatesAgain(campaign);
    expect(await paper.papers(campaign)).toEqual([
      'certificates pdf stands',
      'plaque-list pdf withdrawn',
      'certificates pdf withdrawn',
      'circular docx withdrawn',
      'circular pdf withdrawn',
    ]);
  });

  step('ends commended', async () => {
    await campaign.day(`${who.YEAR + 1}-02-01`);
    await campaign.order(who.OFFICER, `${campaign.editionPath}/close`);
    await campaign.settled();
    expect(await campaign.round()).toMatchObject({ status: 'commended', ...decided.circularOf(2) });
    expect(await campaign.get(who.OFFICER, campaign.editionPath)).toMatchObject({ state: 'closed' });
    expect(Object.keys(await honoured.prizes(campaign)).toSorted()).toEqual(['a1', 'a2', 'c1']);
  });

  step(
    'and the log tells all of it: each act, its opposite, who proposed and who carried out, in their order',
    async () => {
      const events = await readLog(campaign.play.as(who.AUDITOR));
      expect(logFaults(events)).toEqual([]);
      expect(faultsOfTwo(events)).toEqual([]);
      expect(linesOf(campaign, events)).toEqual(LOG_TELLS);
    },
  );

  step('and every answer was as the served document says: status, content type, shape', async () => {
    expect(campaign.judge.faults).toEqual([]);
    expect(campaign.judge.judged).toBeGreaterThan(ANSWERS_LEAST);
  });
});
