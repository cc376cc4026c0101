import { FIRST_LEADER } from '../demo/world/people.ts';
import { type BadRequest, NOWHERE, officerOf, type Sent } from './bad-request.ts';
import { type SmallCampaign, UNIT_A, YEAR } from './small-campaign.ts';

const appeals =
  (rest: string, body?: unknown) =>
  (campaign: SmallCampaign): Sent => ({
    method: body === undefined ? 'GET' : 'POST',
    path: `/v1/rounds/${campaign.play.round(YEAR)}/entries/${campaign.entry(UNIT_A, 1)}/appeals${rest}`,
    ...(body === undefined ? {} : { body }),
  });

const row = (
  name: string,
  [as, send]: readonly [string, BadRequest['send']],
  [status, reason, field]: readonly [number, string, string | null],
): BadRequest => ({ name, at: 'tallied', as, send, status, reason, field });

const mine = officerOf(UNIT_A);
const why = '名次与实绩不符（虚构）。';

/** Appeals where the template has no stage for them; those where it has one are in `judged-appeals`. */
export const badAppeals: readonly BadRequest[] = [
  row(
    'an appeal where none are taken',
    [mine, appeals('', { matter: 'rank', why })],
    [409, 'APPEALS_NOT_TAKEN', 'roundId'],
  ),
  row('appeals read where none are taken', [mine, appeals('')], [409, 'APPEALS_NOT_TAKEN', 'roundId']),
  row(
    'an appeal taken back where none are taken',
    [mine, appeals(`/${NOWHERE}/withdraw`, { why })],
    [404, 'APPEAL_UNKNOWN', 'appealId'],
  ),
  row(
    'an appeal answered where none are taken',
    [FIRST_LEADER, appeals(`/${NOWHERE}/decide`, { verdict: { outcome: 'rejected' }, why })],
    [404, 'APPEAL_UNKNOWN', 'appealId'],
  ),
  row(
    'an appeal that is no id taken up again',
    ['inspector-1', appeals('/first/reopen', { why })],
    [400, 'INVALID_FIELD', 'appealId'],
  ),
];
