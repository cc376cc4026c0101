import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Campaign } from '../all-goes-wrong/campaign.ts';
import { INSPECTOR, LEADER, LEADERS, OFFICER } from '../all-goes-wrong/cast.ts';
import { AFTER, ALL, nominatorOf, secretaryOf, type Unit } from '../played-nominated.ts';
import { PlayedAppraisal } from './played-appraisal.ts';
import { stepsOf } from '../steps.ts';

const START_MS = 180_000;
const STEP_MS = 120_000;

type Appeals = Readonly<{
  hindrance: string | null;
  subject: boolean;
  decides: boolean;
  matters: readonly Readonly<{ matter: string }>[];
  appeals: readonly Readonly<{
    appealId: string;
    standing: string;
    why: string;
    verdicts: readonly Readonly<{ outcome: string; why: string; decidedBy: unknown; reopenedAt: string | null }>[];
  }>[];
}>;
type Work = Readonly<{ items: readonly Readonly<{ kind: string; total: number; link: string }>[] }>;
type Inbox = Readonly<{ items: readonly Readonly<{ template: string }>[] }>;

let campaign: Campaign;
let played: PlayedAppraisal;
let nation = '';
let decided = '';
const appeals: Record<string, string> = {};

beforeAll(async () => {
  campaign = await Campaign.start();
  played = new PlayedAppraisal(campaign);
}, START_MS);
afterAll(() => campaign?.stop(), STEP_MS);

const step = stepsOf(STEP_MS);

const round = (): string => `/v1/rounds/${played.roundId}`;
const of = (unit: Unit, rest = ''): string => played.about(unit, `appeals${rest}`);
const why = '名次与实绩不符（虚构）。';

const file = async (unit: Unit, body: object = { matter: 'rank' }): Promise<string> => {
  const { appealId } = await campaign.order<{ appealId: string }>(nominatorOf(unit), of(unit), { why, ...body });
  return appealId;
};
const decide = (unit: Unit, appealId: string, verdict: object, by: string = LEADER): Promise<unknown> =>
  campaign.order(by, of(unit, `/${appealId}/decide`), { verdict, why: '经复核（虚构）。' });

const minutes = async (number: string, day: string) => {
  const { resultHash } = await campaign.get<{ resultHash: string }>(OFFICER, `${round()}/result`);
  return {
    ...{ resultHash, minutesNumber: number, meetingOn: day, departures: [], choices: [] },
    present: LEADERS.map((leader) => campaign.play.person(leader)),
    file: createHash('sha256').update(number).digest('hex'),
  };
};
const decideOver = async (number: string, day: string): Promise<string> => {
  const { decisionId } = await campaign.order<{ decisionId: string }>(
    OFFICER,
    `${round()}/minutes`,
    await minutes(number, day),
  );
  for (const leader of LEADERS) {
    const path = `${round()}/decisions/${decisionId}/attestations`;
    if ((await campaign.order<{ inForce: boolean }>(leader, path)).inForce) break;
  }
  return decisionId;
};
const work = async (by: string): Promise<readonly string[]> => {
  await campaign.settled();
  const { items } = await campaign.get<Work>(by, '/v1/work');
  return items.filter(({ kind }) => kind.includes('appeal')).map(({ kind, total }) => `${kind} ${total}`);
};

describe('appeals against the results of a shipped template, through the public API', () => {
  step('the appraisal is played to its tally', async () => {
    await campaign.day(`${AFTER}-01-02`);
    await played.open();
    await campaign.day(`${AFTER}-01-05`);
    for (const unit of ALL) await played.nominate(unit);
    await campaign.day(`${AFTER}-01-17`);
    for (const unit of ALL) await played.clear(unit);
    await campaign.settled();
    await campaign.day(`${AFTER}-01-27`);
    await campaign.settled();
    await played.findRound();
    nation = await played.claims('b', played.claim('commended', '全国先进', { levelId: 'nation' }));
    await campaign.order(OFFICER, played.about('b', `bonus-claims/${nation}/decide`), {
      ...{ verdict: { outcome: 'declined', reason: 'not-proved' }, why: '材料不足（虚构）。' },
    });
    await campaign.day(`${AFTER}-03-02`);
    await campaign.settled();
    await campaign.order(OFFICER, `${round()}/tally`);
    expect(await campaign.reason(nominatorOf('b'), of('b'), { matter: 'rank', why })).toBe('APPEALS_NOT_BEGUN');
  });

  step('a unit appeals against its rank and a refused bonus, for itself alone, about what was judged', async () => {
    await campaign.day(`${AFTER}-03-12`);
    await campaign.settled();
    const refused = (unit: Unit, body: object, by = nominatorOf(unit)) =>
      campaign.reason(by, of(unit), { matter: 'rank', why, ...body });
    expect(await refused('b', {}, nominatorOf('a'))).toBe('WRONG_SUBTREE');
    expect(await refused('b', {}, OFFICER)).toBe('NO_GRANT');
    expect(await refused('b', { matter: 'grade' })).toBe('DECISION_NOT_TAKEN');
    expect(await refused('b', { matter: 'measure', sourceId: 'external' })).toBe('APPEAL_MATTER_NOT_JUDGED');
    appeals['bonus'] = await file('b', { matter: 'bonus', sourceId: 'bonus', itemId: 'commended' });
    expect(await refused('b', { matter: 'bonus', sourceId: 'bonus', itemId: 'commended' })).toBe('APPEALED_ALREADY');
    appeals['rank'] = await file('c');
    appeals['taken-back'] = await file('d');
    await campaign.order(nominatorOf('d'), of('d', `/${appeals['taken-back']}/withdraw`), {
      why: '已经说明（虚构）。',
    });
    expect(await work(LEADER)).toEqual(['decide-appeals 2']);
    const { items } = await campaign.get<Inbox>(LEADER, '/v1/inbox');
    expect(items.map(({ template }) => template)).toContain('appeal-filed');
  });

  step('it is read by those who are judged and those who act upon it, and by nobody else', async () => {
    const mine = await campaign.get<Appeals>(secretaryOf('b'), of('b'));
    expect(mine).toMatchObject({ hindrance: null, subject: true, decides: false });
    expect(mine.matters.map(({ matter }) => matter)).toEqual(['rank', 'checklist', 'bonus']);
    expect(mine.appeals).toEqual([expect.objectContaining({ standing: 'open', why })]);
    const stranger = (by: string) => campaign.play.as(by).refused({ method: 'GET', path: of('b') });
    expect((await stranger(secretaryOf('a'))).reason).toBe('WRONG_SUBTREE');
    const { items } = await campaign.get<{ items: readonly object[] }>(LEADER, `${round()}/appeals`);
    expect(items).toHaveLength(3);
    const own = await campaign.get<{ items: readonly object[] }>(nominatorOf('b'), '/v1/my-appeals');
    expect(own.items).toEqual([expect.objectContaining({ concern: 'subject', appeals: 1, open: 1 })]);
  });

  step('no decision is taken over the result while an appeal is open', async () => {
    expect(await campaign.reason(OFFICER, `${round()}/minutes`, await minutes('纪要一', `${AFTER}-03-12`))).toBe(
      'APPEAL_OPEN',
    );
    expect(
      await campaign.reason(OFFICER, of('c', `/${appeals['rank']}/decide`), {
        ...{ verdict: { outcome: 'rejected' }, why: '无误。' },
      }),
    ).toBe('NO_GRANT');
    expect(
      await campaign.reason(INSPECTOR, of('c', `/${appeals['rank']}/decide`), {
        ...{ verdict: { outcome: 'rejected' }, why: '无误。' },
      }),
    ).toBe('APPEAL_NOT_YOURS');
    await decide('c', appeals['rank'] ?? '', { outcome: 'rejected' });
    await campaign.settled();
    const told = await campaign.get<Appeals>(secretaryOf('c'), of('c'));
    expect(told.appeals[0]).toMatchObject({
      standing: 'rejected',
      verdicts: [{ outcome: 'rejected', decidedBy: null }],
    });
    const { items } = await campaign.get<Inbox>(secretaryOf('c'), '/v1/inbox');
    expect(items.map(({ template }) => template)).toContain('appeal-decided');
  });

  step('a wrong answer is taken up again by another person', async () => {
    const reopen = of('c', `/${appeals['rank']}/reopen`);
    expect(await campaign.reason(LEADER, reopen, { why: '重新核对。' })).toBe('OWN_VERDICT');
    await campaign.order(INSPECTOR, reopen, { why: '漏看材料（虚构）。' });
    await decide('c', appeals['rank'] ?? '', { outcome: 'rejected' }, LEADERS[1]);
  });

  step('upheld for a correction, it waits for the corrected result, which two persons bring about', async () => {
    await decide('b', appeals['bonus'] ?? '', { outcome: 'upheld', remedy: 'corrected-result' });
    expect([await work(OFFICER), await work(LEADER)]).toEqual([['follow-upheld-appeals 1'], []]);
    expect(await campaign.reason(OFFICER, `${round()}/minutes`, await minutes('纪要一', `${AFTER}-03-12`))).toBe(
      'APPEAL_UNMET',
    );
    const { proposalId } = await campaign.order<{ proposalId: string }>(OFFICER, played.about('b', 'bonus-proposals'), {
      ...{ claimId: nation, verdict: { outcome: 'granted', levelId: 'nation' } },
      ...{ because: 'document-came', why: '申诉成立，材料已补（虚构）。' },
    });
    await campaign.order(LEADER, played.about('b', `bonus-proposals/${proposalId}/carry-out`), { why: '同意。' });
    await campaign.settled();
    await campaign.order(OFFICER, `${round()}/tally`);
    const { ranking } = await campaign.get<{ ranking: readonly { entryId: string; score: number }[] }>(
      OFFICER,
      `${round()}/result`,
    );
    expect(ranking[0]).toMatchObject({ entryId: played.entry('b'), score: 10_300 });
    expect(await work(OFFICER)).toEqual([]);
    decided = await decideOver('纪要一', `${AFTER}-03-12`);
  });

  step('over a decision in force, an upheld appeal has it annulled and taken again before the circular', async () => {
    const grade = await file('a', { matter: 'grade' });
    await campaign.order(OFFICER, `${round()}/proposal-notice`);
    await decide('a', grade, { outcome: 'upheld', remedy: 'new-decision' });
    await campaign.day(`${AFTER}-03-20`);
    await campaign.settled();
    expect(await campaign.reason(nominatorOf('a'), of('a'), { matter: 'rank', why })).toBe('APPEAL_TOO_LATE');
    const circular = { documentNumber: '示直工发〔2025〕9号' };
    expect(await campaign.reason(OFFICER, `${round()}/circular`, circular)).toBe('APPEAL_UPHELD');
    expect(await work(OFFICER)).toEqual(['follow-upheld-appeals 2']);
    const { proposalId } = await campaign.order<{ proposalId: string }>(OFFICER, `${round()}/annulment-proposals`, {
      ...{ decisionId: decided, reason: 'appeal-upheld', why: '申诉成立，须重新研究（虚构）。' },
    });
    await campaign.order(INSPECTOR, `${round()}/annulment-proposals/${proposalId}/annulment`, {
      why: '同意（虚构）。',
    });
    expect(await work(OFFICER)).toEqual([]);
    await decideOver('纪要二', `${AFTER}-03-20`);
    await campaign.order(OFFICER, `${round()}/proposal-notice`);
    await campaign.day(`${AFTER}-04-10`);
    await campaign.settled();
    await campaign.order(OFFICER, `${round()}/circular`, circular);
  });

  it('every answer was as the served document says', () => expect(campaign.judge.faults).toEqual([]));
});
