import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, officerOf, type Sent } from './bad-request.ts';
import { type SmallCampaign, UNIT_A, YEAR } from './small-campaign.ts';

const dealing =
  (what: string, body?: unknown) =>
  (campaign: SmallCampaign): Sent => ({
    method: body === undefined ? 'GET' : 'POST',
    path: `/v1/rounds/${campaign.play.round(YEAR)}/dealing${what}`,
    ...(body === undefined ? {} : { body }),
  });

const row = (
  name: string,
  [as, send]: readonly [string, BadRequest['send']],
  [status, reason, field]: readonly [number, string, string | null],
): BadRequest => ({ name, at: 'scoring', as, send, status, reason, field });

const lot = '12';

/** Orders to deal entries out that nobody may give, that say nothing, or that come where nothing is dealt out. */
export const badDeals: readonly BadRequest[] = [
  row(
    'a deal where nothing is dealt out',
    [FIRST_OFFICER, dealing('', { lot })],
    [409, 'ROUND_NOT_DEALT_OUT', 'roundId'],
  ),
  row('a deal from words', [FIRST_OFFICER, dealing('', { lot: '十二' })], [400, 'INVALID_FIELD', 'lot']),
  row('a deal by an evaluator', [officerOf(UNIT_A), dealing('', { lot })], [403, 'NO_GRANT', null]),
  row('a deal by nobody', ['nobody', dealing('', { lot })], [401, 'NOT_SIGNED_IN', null]),
  row(
    'loads asked for where nothing is dealt out',
    [FIRST_OFFICER, dealing('')],
    [409, 'ROUND_NOT_DEALT_OUT', 'roundId'],
  ),
  row('a deal asked for without a number', [FIRST_OFFICER, dealing('/deals/first')], [400, 'INVALID_FIELD', 'number']),
];
