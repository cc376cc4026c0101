import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, NOWHERE, officerOf, type Sent } from './bad-request.ts';
import { type SmallCampaign, UNIT_A, YEAR } from './small-campaign.ts';

const onEdition =
  (what: string, body: (campaign: SmallCampaign) => unknown) =>
  (campaign: SmallCampaign): Sent => ({
    method: 'POST',
    path: `/v1/editions/${campaign.play.edition(YEAR)}/${what}`,
    body: body(campaign),
  });

/** Reviews are claimed, and units reminded, at the wrong time, by the wrong one, or of what is not there. */
export const badOfficeWork: readonly BadRequest[] = [
  {
    name: 'a review claimed before any is possible',
    at: 'planned',
    as: FIRST_OFFICER,
    send: onEdition('review-claims', () => ({ next: 5 })),
    status: 409,
    reason: 'STAGE_NOT_OPEN',
    field: null,
  },
  {
    name: 'reviews claimed by name and as the next ones at once',
    at: 'reviewed',
    as: FIRST_OFFICER,
    send: onEdition('review-claims', (campaign) => ({ entryIds: [campaign.entry(UNIT_A, 1)], next: 5 })),
    status: 400,
    reason: 'CLAIM_COUNT_INVALID',
    field: 'next',
  },
  {
    name: 'no review claimed at all',
    at: 'reviewed',
    as: FIRST_OFFICER,
    send: onEdition('review-claims', () => ({})),
    status: 400,
    reason: 'BATCH_ENTRIES_INVALID',
    field: 'entryIds',
  },
  {
    name: 'more reviews claimed than one may at once',
    at: 'reviewed',
    as: FIRST_OFFICER,
    send: onEdition('review-claims', () => ({ next: 101 })),
    status: 400,
    reason: 'INVALID_FIELD',
    field: 'next',
  },
  {
    name: 'a review claimed by a unit',
    at: 'reviewed',
    as: officerOf(UNIT_A),
    send: onEdition('review-claims', () => ({ next: 1 })),
    status: 403,
    reason: 'NO_GRANT',
    field: null,
  },
  {
    name: 'a review taken over without a reason',
    at: 'reviewed',
    as: FIRST_OFFICER,
    send: onEdition('review-claims/take-over', (campaign) => ({ entryIds: [campaign.entry(UNIT_A, 1)], why: ' ' })),
    status: 400,
    reason: 'INVALID_FIELD',
    field: 'why',
  },
  {
    name: 'units reminded of declaring before they can',
    at: 'planned',
    as: FIRST_OFFICER,
    send: onEdition('reminders', () => ({ act: 'declare' })),
    status: 409,
    reason: 'STAGE_NOT_OPEN',
    field: 'act',
  },
  {
    name: 'units reminded of what they have no part in',
    at: 'planned',
    as: FIRST_OFFICER,
    send: onEdition('reminders', () => ({ act: 'score' })),
    status: 400,
    reason: 'INVALID_FIELD',
    field: 'act',
  },
  {
    name: 'a unit reminded that does not exist',
    at: 'planned',
    as: FIRST_OFFICER,
    send: onEdition('reminders', () => ({ act: 'answer-return', nominatorIds: [NOWHERE] })),
    status: 404,
    reason: 'NOMINATOR_NOT_FOUND',
    field: 'nominatorIds[0]',
  },
  {
    name: 'a unit reminded twice at once',
    at: 'planned',
    as: FIRST_OFFICER,
    send: onEdition('reminders', (campaign) => {
      const unit = campaign.play.organization(UNIT_A);
      return { act: 'answer-return', nominatorIds: [unit, unit] };
    }),
    status: 400,
    reason: 'NOMINATOR_TWICE',
    field: 'nominatorIds[1]',
  },
  {
    name: 'units reminded by a unit',
    at: 'planned',
    as: officerOf(UNIT_A),
    send: onEdition('reminders', () => ({ act: 'plan' })),
    status: 403,
    reason: 'NO_GRANT',
    field: null,
  },
  {
    name: 'who is late, asked by a unit',
    at: 'planned',
    as: officerOf(UNIT_A),
    send: (campaign) => ({ method: 'GET', path: `/v1/editions/${campaign.play.edition(YEAR)}/late-units` }),
    status: 403,
    reason: 'NO_GRANT',
    field: null,
  },
];
