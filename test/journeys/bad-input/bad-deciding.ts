import { FIRST_OFFICER } from '../demo/world/people.ts';
import type { BadRequest, Sent } from './bad-request.ts';
import { type SmallCampaign, UNIT_B, YEAR } from './small-campaign.ts';

export const decision =
  (change: Readonly<Record<string, unknown>>) =>
  (campaign: SmallCampaign): Sent => ({
    method: 'POST',
    path: `/v1/rounds/${campaign.play.round(YEAR)}/decision`,
    body: {
      resultHash: campaign.resultHash,
      minutesNumber: '示直工委纪要12号',
      heldOn: `${YEAR}-12-14`,
      present: ['leader-1', 'leader-2', 'leader-3'].map((leader) => campaign.play.person(leader)),
      departures: [],
      ...change,
    },
  });

/** Decisions that no body could take. */
export const badDeciding: readonly BadRequest[] = [
  {
    name: 'a decision by one officer alone',
    at: 'tallied',
    as: FIRST_OFFICER,
    send: decision({}),
    status: 403,
    reason: 'NO_GRANT',
    field: null,
  },
  {
    name: 'a decision without quorum',
    at: 'tallied',
    as: 'leader-1',
    send: (campaign) => decision({ present: [campaign.play.person('leader-1')] })(campaign),
    status: 409,
    reason: 'QUORUM_NOT_REACHED',
    field: 'present',
  },
  {
    name: 'a decision naming an entry that is not ranked',
    at: 'tallied',
    as: 'leader-1',
    send: (campaign) =>
      decision({ departures: [{ entryId: campaign.entry(UNIT_B, 2), grade: 'first', reason: '另有考虑。' }] })(
        campaign,
      ),
    status: 400,
    reason: 'ENTRY_NOT_RANKED',
    field: 'departures[0].entryId',
  },
  {
    name: 'a departure without a reason',
    at: 'tallied',
    as: 'leader-1',
    send: (campaign) =>
      decision({ departures: [{ entryId: campaign.entry(UNIT_B, 1), grade: 'first', reason: '' }] })(campaign),
    status: 400,
    reason: 'INVALID_FIELD',
    field: 'departures[0].reason',
  },
  {
    name: 'a decision over another result',
    at: 'tallied',
    as: 'leader-1',
    send: decision({ resultHash: '0'.repeat(64) }),
    status: 409,
    reason: 'RESULT_OUTDATED',
    field: 'resultHash',
  },
  {
    name: 'a decision without minutes',
    at: 'tallied',
    as: 'leader-1',
    send: decision({ minutesNumber: '' }),
    status: 400,
    reason: 'INVALID_FIELD',
    field: 'minutesNumber',
  },
];
