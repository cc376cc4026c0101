import type { BadRow, Sent } from './bad-row.ts';
import { type Moment, type SmallCampaign, UNIT_A, YEAR } from './small-campaign.ts';

export type { Sent } from './bad-row.ts';

/** A row of the edition that everybody's bad requests are tried in. */
export type BadRequest = BadRow<SmallCampaign, Moment>;

export const NOWHERE = '00000000-0000-4000-8000-000000000000';
export const officerOf = (unit: string): string => `${unit}-officer`;
export const secretary = `${UNIT_A}-secretary`;

export const planOf = (
  campaign: SmallCampaign,
  change: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> => ({
  editionId: campaign.play.edition(YEAR),
  branchId: campaign.play.organization(campaign.play.world.units[0]?.branches[0]?.code ?? ''),
  answerable: [campaign.play.person(`${UNIT_A}-secretary`)],
  title: '另一个建功项目（虚构）',
  keyTask: '优化营商环境',
  measures: '按月调度。',
  dueOn: `${YEAR}-10-20`,
  milestones: [{ title: '启动', dueOn: `${YEAR}-05-31` }],
  ...change,
});

export const plan =
  (change: Readonly<Record<string, unknown>>) =>
  (campaign: SmallCampaign): Sent => ({ method: 'POST', path: '/v1/entries', body: planOf(campaign, change) });

export const onEntry =
  (what: string, unit: string, number: number, body: unknown) =>
  (campaign: SmallCampaign): Sent => ({
    method: 'POST',
    path: `/v1/entries/${campaign.entry(unit, number)}/${what}`,
    body,
  });
