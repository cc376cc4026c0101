import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, officerOf, type Sent } from './bad-request.ts';
import { type SmallCampaign, UNIT_A, YEAR } from './small-campaign.ts';

const onRoll =
  (how: string, change: Readonly<Record<string, unknown>> = {}) =>
  (campaign: SmallCampaign): Sent => ({
    method: 'POST',
    path: `/v1/editions/${campaign.play.edition(YEAR)}/roll/${how}`,
    body: { track: 'unit', subjectId: campaign.play.organization(UNIT_A), why: '更正名册。', ...change },
  });

const counted =
  (change: Readonly<Record<string, unknown>> = {}) =>
  (campaign: SmallCampaign): Sent => ({
    ...{ method: 'POST', path: `/v1/editions/${campaign.play.edition(YEAR)}/roll/counted` },
    body: { track: 'division', count: 12, why: '机关处室统计。', ...change },
  });

/** A roll put right where there is none, by nobody's office, or without saying why. */
export const badRolls: readonly BadRequest[] = [
  ...(['excluded', 'included'] as const).map((how): BadRequest => ({
    ...{ name: `a unit ${how} where the edition has no roll`, at: 'planned', as: FIRST_OFFICER },
    ...{ send: onRoll(how), status: 409, reason: 'NO_ROLL', field: 'editionId' },
  })),
  {
    ...{ name: 'a whole counted where the edition has no roll', at: 'planned', as: FIRST_OFFICER },
    ...{ send: counted(), status: 409, reason: 'NO_ROLL', field: 'editionId' },
  },
  ...[0, -1, 1.5, 20_001, '12'].map((count): BadRequest => ({
    ...{ name: `a whole of ${JSON.stringify(count)}`, at: 'planned', as: FIRST_OFFICER },
    ...{ send: counted({ count }), status: 400, reason: 'INVALID_FIELD', field: 'count' },
  })),
  {
    ...{ name: 'a whole counted without a reason', at: 'planned', as: FIRST_OFFICER },
    ...{ send: counted({ why: '' }), status: 400, reason: 'INVALID_FIELD', field: 'why' },
  },
  {
    ...{ name: 'a whole counted by a unit', at: 'planned', as: officerOf(UNIT_A) },
    ...{ send: counted(), status: 403, reason: 'NO_GRANT', field: null },
  },
  ...(['excluded', 'included'] as const).map((how): BadRequest => ({
    ...{ name: `somebody ${how} who has no id`, at: 'planned', as: FIRST_OFFICER },
    ...{ send: onRoll(how, { subjectId: '张三' }), status: 400, reason: 'INVALID_FIELD', field: 'subjectId' },
  })),
  {
    ...{ name: 'a unit put on a roll by nobody', at: 'planned', as: 'nobody' },
    ...{ send: onRoll('included'), status: 401, reason: 'NOT_SIGNED_IN', field: null },
  },
  {
    ...{ name: 'a unit taken off a roll without a reason', at: 'planned', as: FIRST_OFFICER },
    ...{ send: onRoll('excluded', { why: ' ' }), status: 400, reason: 'INVALID_FIELD', field: 'why' },
  },
  {
    ...{ name: 'a unit taken off a roll by itself', at: 'planned', as: officerOf(UNIT_A) },
    ...{ send: onRoll('excluded'), status: 403, reason: 'NO_GRANT', field: null },
  },
  {
    ...{ name: 'a roll read by a unit', at: 'planned', as: officerOf(UNIT_A) },
    send: (campaign) => ({ method: 'GET', path: `/v1/editions/${campaign.play.edition(YEAR)}/roll` }),
    ...{ status: 403, reason: 'NO_GRANT', field: null },
  },
];
