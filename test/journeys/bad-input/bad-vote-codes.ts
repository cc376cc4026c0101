import { FIRST_LEADER, FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, NOWHERE, officerOf, type Sent } from './bad-request.ts';
import { type SmallCampaign, UNIT_A, YEAR } from './small-campaign.ts';

/** Of the form of a code; nobody printed it. */
const code = '00000-00000-00000-00000';
const why = '情况属实（虚构）。';
const MESSAGE_CHARACTERS = 342;
const CODES_MAX = 200;
const WHY_CHARS_MAX = 2_000;
const blinded = 'A'.repeat(MESSAGE_CHARACTERS);

const of =
  (what: string, body: unknown = {}) =>
  (campaign: SmallCampaign): Sent => ({
    method: 'POST',
    path: `/v1/rounds/${campaign.play.round(YEAR)}/vote-codes/poll${what}`,
    body,
  });

const make =
  (over: Readonly<Record<string, unknown>> = {}) =>
  (campaign: SmallCampaign): Sent =>
    of('', { entryId: campaign.entry(UNIT_A, 1), count: 3, ...over })(campaign);

const batch = (what = '', body: unknown = {}) => of(`/batches/${NOWHERE}/voiding${what}`, body);
const use = (body: object) => (): Sent => ({ method: 'POST', path: '/v1/public/vote-codes', body });

const row = (
  name: string,
  [as, send]: readonly [string, BadRequest['send']],
  [status, reason, field]: readonly [number, string, string | null],
): BadRequest => ({ name, at: 'scoring', as, send, status, reason, field });

const invalid = (field: string) => [400, 'INVALID_FIELD', field] as const;
const NO_BALLOT = [409, 'NO_BALLOT', 'sourceId'] as const;
const NO_GRANT = [403, 'NO_GRANT', null] as const;
const NOT_SIGNED_IN = [401, 'NOT_SIGNED_IN', null] as const;

const made = [0, -1, 1.5, CODES_MAX + 1, '3', null].map((count) =>
  row(`vote codes made: ${JSON.stringify(count)}`, [FIRST_OFFICER, make({ count })], invalid('count')),
);
const reasons = ['', '  ', 7, 'x'.repeat(WHY_CHARS_MAX + 1)].flatMap((bad, at) => [
  row(`voiding of vote codes for reason ${at}`, [FIRST_OFFICER, batch('', { why: bad })], invalid('why')),
  row(`vote codes kept for reason ${at}`, [FIRST_OFFICER, batch('/rejection', { why: bad })], invalid('why')),
]);

const counts = (campaign: SmallCampaign): Sent => ({
  method: 'GET',
  path: `/v1/rounds/${campaign.play.round(YEAR)}/vote-codes`,
});

const look = (headers: Readonly<Record<string, string>>) => (): Sent => ({
  ...{ method: 'GET', path: '/v1/public/vote-codes', headers },
});

const looks = (
  [
    ['a look without a code', look({}), 400, 'VOTE_CODE_MISSING'],
    ['a look by a code that nobody printed', look({ 'vote-code': code }), 404, 'VOTE_CODE_NOT_GOOD'],
  ] as const
).map(([name, send, status, reason]): BadRequest => ({
  ...{ name, at: 'planned', as: 'nobody', send, status, reason, field: 'Vote-Code' },
}));

/** Codes of a ballot in which nobody votes by a code, of nobody, or that are none. */
export const badVoteCodes: readonly BadRequest[] = [
  row('vote codes where nobody votes', [FIRST_OFFICER, make()], NO_BALLOT),
  row('vote codes made by a unit for itself', [officerOf(UNIT_A), make()], NO_GRANT),
  row('vote codes made by a leader', [FIRST_LEADER, make()], NO_GRANT),
  row('vote codes made by nobody', ['nobody', make()], NOT_SIGNED_IN),
  row('vote codes about what is no entry', [FIRST_OFFICER, make({ entryId: '甲' })], invalid('entryId')),
  row('vote codes with a word that nobody asked for', [FIRST_OFFICER, make({ code })], [400, 'UNKNOWN_FIELD', 'code']),
  ...made,
  row('vote codes counted by a unit', [officerOf(UNIT_A), counts], NO_GRANT),
  row('vote codes counted by nobody', ['nobody', counts], NOT_SIGNED_IN),
  row('voiding where there are no vote codes', [FIRST_OFFICER, batch('', { why })], NO_BALLOT),
  row('voiding proposed by an expert', ['expert-7', batch('', { why })], NO_GRANT),
  row('voiding carried out where there are no vote codes', [FIRST_LEADER, batch('/carry-out')], NO_BALLOT),
  row('voiding carried out by nobody', ['nobody', batch('/carry-out')], NOT_SIGNED_IN),
  row('voiding rejected where there are no vote codes', [FIRST_LEADER, batch('/rejection', { why })], NO_BALLOT),
  row('voiding rejected by a unit', [officerOf(UNIT_A), batch('/rejection', { why })], NO_GRANT),
  ...reasons,
  row('a code that nobody printed', ['nobody', use({ code, blinded })], [404, 'VOTE_CODE_NOT_GOOD', 'code']),
  row('a code that is no text', ['nobody', use({ code: 7, blinded })], invalid('code')),
  row('an empty code', ['nobody', use({ code: '', blinded })], invalid('code')),
  row('a code of a whole page', ['nobody', use({ code: '0'.repeat(41), blinded })], invalid('code')),
  row('a message that is none', ['nobody', use({ code, blinded: 'AAAA' })], invalid('blinded')),
  row('a code with a choice', ['nobody', use({ code, blinded, level: 'good' })], [400, 'UNKNOWN_FIELD', 'level']),
  ...looks,
];
