import { createHash } from 'node:crypto';
import { objectTo } from '../demo/http/object-to.ts';
import type { Campaign } from './campaign.ts';
import { type Entry, INSPECTOR, LEADERS, OFFICER, YEAR } from './cast.ts';

export type Meeting = Readonly<{
  /** Of the minutes. */
  number: number;
  on: string;
  resultHash: string;
  /** Entries for which the body departs from the ranking, and the rule that it gives them. */
  departures?: readonly Readonly<{ entry: Entry; rule: string }>[];
}>;

/** The minutes of a meeting as the office writes them down. */
export const minutesOf = (campaign: Campaign, { number, on, resultHash, departures = [] }: Meeting) => ({
  resultHash,
  minutesNumber: `示直工委纪要〔${YEAR}〕${number}号`,
  meetingOn: on,
  present: LEADERS.map((leader) => campaign.play.person(leader)),
  file: createHash('sha256').update(`minutes ${number}`).digest('hex'),
  departures: departures.map(({ entry, rule }) => ({ entryId: campaign.id(entry), rule, reason: '经集体研究调整。' })),
});

/** The office writes it down, the leadership attests until it is in force. Answers the decision's id. */
export const decide = async (campaign: Campaign, meeting: Meeting): Promise<string> => {
  const { decisionId } = await campaign.order<{ decisionId: string }>(
    OFFICER,
    `${campaign.roundPath}/minutes`,
    minutesOf(campaign, meeting),
  );
  for (const leader of LEADERS) {
    const path = `${campaign.roundPath}/decisions/${decisionId}/attestations`;
    const { inForce } = await campaign.order<{ inForce: boolean }>(leader, path);
    if (inForce) return decisionId;
  }
  throw new Error(`minutes ${meeting.number}: all attested, and not in force`);
};

/** A decision that was wrong, undone: the office proposes, inspection carries out. Answers why the office could not by itself. */
export const annul = async (campaign: Campaign, decisionId: string, reason: string): Promise<string | undefined> => {
  const path = `${campaign.roundPath}/annulment-proposals`;
  const { proposalId } = await campaign.order<{ proposalId: string }>(OFFICER, path, {
    decisionId,
    reason,
    why: '研究时所用材料有误，提请撤销。',
  });
  const body = { why: '情况属实，予以撤销。' };
  const refused = await campaign.reason(OFFICER, `${path}/${proposalId}/annulment`, body);
  await campaign.order(INSPECTOR, `${path}/${proposalId}/annulment`, body);
  await campaign.settled();
  return refused;
};

export const circularOf = (number: number): { documentNumber: string } => ({
  documentNumber: `示直党发〔${YEAR}〕${number}号（虚构）`,
});

/** Those proposed stand in public notice. */
export const publishProposed = async (campaign: Campaign): Promise<void> => {
  await campaign.order(OFFICER, `${campaign.roundPath}/proposal-notice`);
  await campaign.settled();
};

/** Somebody of the public objects to the result for an entry. Answers the objection's id. */
export const object = async (campaign: Campaign, entry: Entry): Promise<string> => {
  const objectionId = await objectTo(campaign.play.public, campaign.id(entry), {
    key: campaign.play.key('the objection'),
    objection: {
      objectorName: '钱知远（虚构）',
      objectorContact: '000-00000000',
      statement: '拟表彰名次与实际成效不符，请予核实。',
    },
  });
  await campaign.settled();
  return objectionId;
};

export const settle = async (campaign: Campaign, objectionId: string, outcome: string): Promise<void> => {
  await campaign.order(OFFICER, `/v1/objections/${objectionId}/settle`, {
    outcome,
    answer: outcome === 'upheld' ? '异议成立。' : '经核查，名次由各方评分得出，异议不成立。',
  });
  await campaign.settled();
};

/** An answer sent in error: the office proposes to take it back, inspection does. Answers why the office could not by itself. */
export const takeAnswerBack = async (
  campaign: Campaign,
  { entry, objectionId }: Readonly<{ entry: Entry; objectionId: string }>,
): Promise<string | undefined> => {
  const { proposalId } = await campaign.order<{ proposalId: string }>(
    OFFICER,
    `${campaign.entryPath(entry)}/proposals`,
    { act: 'ReopenObjection', objectionId, why: '答复时选错了结论。' },
  );
  const path = `/v1/objections/${objectionId}/reopen`;
  const body = { proposalId, why: '属实，收回重办。' };
  const refused = await campaign.reason(OFFICER, path, body);
  await campaign.order(INSPECTOR, path, body);
  await campaign.settled();
  return refused;
};

export const circularRefused = (campaign: Campaign, number: number): Promise<string | undefined> =>
  campaign.reason(OFFICER, `${campaign.roundPath}/circular`, circularOf(number));

export const issueCircular = async (campaign: Campaign, number: number): Promise<void> => {
  await campaign.order(OFFICER, `${campaign.roundPath}/circular`, circularOf(number));
  await campaign.settled();
};
