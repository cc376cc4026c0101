import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, NOWHERE, type Sent } from './bad-request.ts';
import { type SmallCampaign, YEAR } from './small-campaign.ts';

/** Of the form that a token and its signature have, and signed by nobody. */
const TOKEN = 'A'.repeat(43);
const SIGNATURE = 'A'.repeat(342);

const inRound =
  (what: string, body?: unknown) =>
  (campaign: SmallCampaign): Sent => ({
    method: body === undefined ? 'GET' : 'POST',
    path: `/v1/rounds/${campaign.play.round(YEAR)}/${what}`,
    ...(body === undefined ? {} : { body }),
  });
const ballot =
  (over: Readonly<Record<string, unknown>> = {}) =>
  (): Sent => ({
    method: 'POST',
    path: `/v1/public/ballots/${NOWHERE}`,
    body: { boxId: NOWHERE, token: TOKEN, signature: SIGNATURE, level: 'good', ...over },
  });

const row = (
  name: string,
  [as, send]: readonly [string, BadRequest['send']],
  [status, reason, field]: readonly [number, string, string | null],
): BadRequest => ({ name, at: 'scoring', as, send, status, reason, field });

const asked = { sourceId: 'poll', requests: [{ boxId: NOWHERE, blinded: SIGNATURE }] };

/** Tokens that nobody may have, and ballots that are none. */
export const badBallots: readonly BadRequest[] = [
  row(
    'a token in a round that has no ballot',
    [FIRST_OFFICER, inRound('ballot-tokens', asked)],
    [409, 'NO_BALLOT', 'sourceId'],
  ),
  row('a token for somebody without a vote', ['expert-7', inRound('ballot-tokens', asked)], [403, 'NO_GRANT', null]),
  row(
    'no token at all',
    [FIRST_OFFICER, inRound('ballot-tokens', { ...asked, requests: [] })],
    [400, 'INVALID_FIELD', 'requests'],
  ),
  row('a ballot that there is not', [FIRST_OFFICER, ballot()], [404, 'BALLOT_UNKNOWN', 'ballotId']),
  row(
    'a ballot with a token in another spelling',
    [FIRST_OFFICER, ballot({ token: `${'A'.repeat(42)}B` })],
    [400, 'INVALID_FIELD', 'token'],
  ),
  row('the turnout for an evaluator', ['expert-7', inRound('ballots')], [403, 'NO_GRANT', null]),
];
