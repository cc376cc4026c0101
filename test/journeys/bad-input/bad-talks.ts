import { FIRST_LEADER, FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, NOWHERE, type Sent } from './bad-request.ts';
import { type SmallCampaign, YEAR } from './small-campaign.ts';

const of =
  (entry: string, what: string, body: unknown = {}) =>
  (campaign: SmallCampaign): Sent => ({
    method: 'POST',
    path: `/v1/rounds/${campaign.play.round(YEAR)}/entries/${entry}/talks/yellow/records${what}`,
    body,
  });

const row = (
  name: string,
  [as, send]: readonly [string, BadRequest['send']],
  [status, reason, field]: readonly [number, string, string | null],
): BadRequest => ({ name, at: 'scoring', as, send, status, reason, field });

const held = { heldOn: `${YEAR}-01-10` };
const END = `/${NOWHERE}`;

/** Talks on no day, without a word why, or written down by nobody. */
export const badTalks: readonly BadRequest[] = [
  row('a talk on no day', [FIRST_LEADER, of(NOWHERE, '', { heldOn: '2024-02-30' })], [400, 'INVALID_FIELD', 'heldOn']),
  row('a talk written down by nobody', ['nobody', of(NOWHERE, '', held)], [401, 'NOT_SIGNED_IN', null]),
  row('a talk confirmed by nobody', ['nobody', of(NOWHERE, `${END}/confirmation`)], [401, 'NOT_SIGNED_IN', null]),
  row(
    'a talk refuted without a word why',
    [FIRST_OFFICER, of(NOWHERE, `${END}/refutation`, { why: '' })],
    [400, 'INVALID_FIELD', 'why'],
  ),
  row(
    'the record of a talk taken back without a word why',
    [FIRST_LEADER, of(NOWHERE, `${END}/withdrawal`, { why: '' })],
    [400, 'INVALID_FIELD', 'why'],
  ),
];
