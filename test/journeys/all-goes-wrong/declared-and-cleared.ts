import type { Campaign } from './campaign.ts';
import { uploadReport } from '../demo/play/acts/upload-report.ts';
import { ALL, ALPHA, BETA, type Entry, HEIR, INSPECTOR, OFFICER, OTHER_INSPECTOR } from './cast.ts';

/** Who nominates: what was handed over, the heir's officer. */
const NOMINATORS: Readonly<Record<Entry, string>> = { a1: ALPHA, a2: ALPHA, b1: BETA, c1: HEIR, d1: HEIR };

export const declareAll = async (campaign: Campaign): Promise<void> => {
  for (const entry of ALL) {
    const by = `${NOMINATORS[entry]}-officer`;
    const body = { summary: '按期完成，成效明显。', ...(await uploadReport(campaign.play.as(by))) };
    await campaign.order(by, `${campaign.entryPath(entry)}/declare`, body);
  }
};

export const reviewAll = async (campaign: Campaign): Promise<void> => {
  for (const entry of ALL) {
    await campaign.order(OFFICER, `${campaign.entryPath(entry)}/review`, { outcome: 'passed', answers: [] });
    await campaign.order(OFFICER, `${campaign.entryPath(entry)}/clearance-request`, { scopes: ['entry'] });
  }
};

/** Discipline inspection clears all but one, wrongly. */
export const clear = async (campaign: Campaign, blocked: Entry): Promise<void> => {
  for (const entry of ALL)
    await campaign.order(INSPECTOR, `${campaign.entryPath(entry)}/clearance`, {
      opinions: [{ scope: 'entry', outcome: entry === blocked ? 'blocked' : 'cleared' }],
      opinionNumber: `示纪审${ALL.indexOf(entry) + 1}号`,
      why: entry === blocked ? '误将他人问题线索记入本项目（虚构）。' : '',
    });
};

/**
 * Taken back by another person of inspection than who raised it, upon the office's proposal where the entry is being judged. Answers why
 * the first could not.
 */
export const liftBlock = async (
  campaign: Campaign,
  entry: Entry,
  { judged }: Readonly<{ judged: boolean }>,
): Promise<string | undefined> => {
  const path = `${campaign.entryPath(entry)}/lift-block`;
  const propose = async (): Promise<{ proposalId: string }> => {
    const { proposalId } = await campaign.order<{ proposalId: string }>(
      OFFICER,
      `${campaign.entryPath(entry)}/proposals`,
      { act: 'LiftBlock', why: '复核意见已送达，请纪检处理。' },
    );
    return { proposalId };
  };
  const body = { opinionNumber: '示纪审撤1号', why: '经复核，线索与本项目无关。', ...(judged ? await propose() : {}) };
  const refused = await campaign.reason(INSPECTOR, path, body);
  await campaign.order(OTHER_INSPECTOR, path, body);
  await campaign.settled();
  return refused;
};

/** What discipline inspection finds while entries are being judged: the office proposes, inspection carries out. Answers why not alone. */
export const blockEntered = async (campaign: Campaign, entry: Entry): Promise<string | undefined> => {
  const path = campaign.entryPath(entry);
  const body = { opinionNumber: '示纪审9号', why: '收到实名反映，先行停止评审（虚构）。' };
  const refused = await campaign.reason(INSPECTOR, `${path}/block`, body);
  const { proposalId } = await campaign.order<{ proposalId: string }>(OFFICER, `${path}/proposals`, {
    act: 'BlockEntry',
    why: '收到实名反映，请纪检处理。',
  });
  await campaign.order(INSPECTOR, `${path}/block`, { ...body, proposalId });
  await campaign.settled();
  return refused;
};

export const publishAll = async (campaign: Campaign): Promise<void> => {
  for (const entry of ALL) await campaign.order(OFFICER, `${campaign.entryPath(entry)}/publish`);
};
