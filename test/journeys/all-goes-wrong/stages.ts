import type { Campaign } from './campaign.ts';
import { INSPECTOR, OFFICER } from './cast.ts';

type Stage = Readonly<{ stageId: string; progress: string; closings: number; closesOn: string }>;

export const stageOf = async (campaign: Campaign, stageId: string): Promise<Stage> => {
  const { stages } = await campaign.get<{ stages: readonly Stage[] }>(OFFICER, campaign.editionPath);
  const stage = stages.find((one) => one.stageId === stageId);
  if (stage === undefined) throw new Error(`the edition has no stage ${stageId}`);
  return stage;
};

/** A stage that was missed opens again: proposed by the office, carried out by inspection. Answers why the office could not, with and without a proposal. */
export const reopenStage = async (campaign: Campaign, stageId: string, closesOn: string) => {
  const path = `${campaign.editionPath}/stages/${stageId}/reopen`;
  const why = '评审延期，研究阶段已过，未能作出决定。';
  const alone = await campaign.reason(OFFICER, path, { closesOn, why });
  const { proposalId } = await campaign.order<{ proposalId: string }>(OFFICER, `${campaign.editionPath}/proposals`, {
    act: 'ReopenStage',
    stageId,
    closesOn,
    why,
  });
  const ownProposal = await campaign.reason(OFFICER, path, { closesOn, why, proposalId });
  await campaign.order(INSPECTOR, path, { closesOn, why, proposalId });
  await campaign.settled();
  return [alone, ownProposal];
};
