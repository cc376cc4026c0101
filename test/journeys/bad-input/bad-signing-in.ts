import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, officerOf } from './bad-request.ts';
import { ordersAt } from './order-row.ts';
import { UNIT_A, UNIT_B } from './small-campaign.ts';

const mine = officerOf(UNIT_A);
const strange = officerOf(UNIT_B);
const ONE = 'POST /v1/people/{secretary}';
const TOKEN = 'A'.repeat(43);
const PASSWORD = '虚构的一句很长的口令 2024';
const SET_UP = {
  token: TOKEN,
  code: '12345678',
  committeeNameZh: '另一委员会',
  committeeNameEn: 'Another',
  officerName: '王小虚',
  login: 'another',
  password: PASSWORD,
};
const CREDENTIAL = { id: 'AAAA', clientDataJSON: 'AAAA', attestationObject: 'AAAA', transports: [] };

/** Accounts: of who is somebody else, by links that nobody was sent, with codes that are none. */
export const badSigningIn: readonly BadRequest[] = ordersAt('planned', [
  ['the platform set up a second time', 'nobody', 'POST /v1/set-up', SET_UP, [404, 'LINK_INVALID', 'token']],
  ['signing out with a body', FIRST_OFFICER, 'POST /v1/sign-out', { all: true }, [400, 'UNKNOWN_FIELD', 'all']],
  ['somebody of another unit invited', strange, `${ONE}/sign-in-invitations`, undefined, [403, 'WRONG_SUBTREE', null]],
  [
    'an invitation that nobody was sent',
    'nobody',
    `POST /v1/invitations/${TOKEN}`,
    { code: '12345678', login: 'somebody', password: PASSWORD },
    [404, 'LINK_INVALID', 'token'],
  ],
  ['the other sessions ended of nobody', 'nobody', 'DELETE /v1/me/sessions', undefined, [401, 'NOT_SIGNED_IN', null]],
  [
    'a password changed by a wrong one',
    FIRST_OFFICER,
    'POST /v1/me/password',
    { currentPassword: '不是这一句口令 2024', newPassword: PASSWORD },
    [422, 'CURRENT_PASSWORD_WRONG', 'currentPassword'],
  ],
  [
    'a session ended that there is not',
    FIRST_OFFICER,
    'DELETE /v1/me/sessions/{nowhere}',
    undefined,
    [404, 'SESSION_NOT_FOUND', 'sessionId'],
  ],
  [
    'sessions ended of somebody of another unit',
    strange,
    'DELETE /v1/people/{secretary}/sessions',
    undefined,
    [403, 'WRONG_SUBTREE', null],
  ],
  [
    'a new password offered by another unit',
    strange,
    `${ONE}/sign-in-resets`,
    { reason: '忘记口令。' },
    [403, 'WRONG_SUBTREE', null],
  ],
  ['a code handed out for nothing', mine, `${ONE}/sign-in-code`, undefined, [404, 'NO_CODE_WAITING', 'personId']],
  [
    'a password forgotten by a login that is none',
    'nobody',
    'POST /v1/sign-in/forgotten',
    { login: '' },
    [400, 'INVALID_FIELD', 'login'],
  ],
  [
    'a new password by a link that nobody was sent',
    'nobody',
    `POST /v1/sign-in-resets/${TOKEN}`,
    { code: '12345678', password: PASSWORD },
    [404, 'LINK_INVALID', 'token'],
  ],
  [
    'notices seen until no time',
    FIRST_OFFICER,
    'POST /v1/me/sign-in-notices/seen',
    { until: 'now' },
    [400, 'INVALID_FIELD', 'until'],
  ],
  [
    'a second factor begun by nobody',
    'nobody',
    'POST /v1/me/second-factor/totp',
    undefined,
    [401, 'NOT_SIGNED_IN', null],
  ],
  [
    'a second factor confirmed that nobody began',
    FIRST_OFFICER,
    'POST /v1/me/second-factor/totp/confirm',
    { code: '123456' },
    [409, 'NO_SECOND_FACTOR', null],
  ],
  [
    'recovery codes of no second factor',
    FIRST_OFFICER,
    'POST /v1/me/second-factor/recovery-codes',
    { code: '123456' },
    [409, 'NO_SECOND_FACTOR', null],
  ],
  [
    'a second factor removed that there is not',
    FIRST_OFFICER,
    'POST /v1/me/second-factor/totp/remove',
    { code: '123456' },
    [409, 'NO_SECOND_FACTOR', null],
  ],
  ['a passkey begun by nobody', 'nobody', 'POST /v1/me/passkeys/creation', undefined, [401, 'NOT_SIGNED_IN', null]],
  [
    'a passkey where there are none',
    FIRST_OFFICER,
    'POST /v1/me/passkeys',
    { name: '办公室', challenge: 'A'.repeat(22), credential: CREDENTIAL },
    [409, 'PASSKEYS_NOT_HERE', null],
  ],
  ['a passkey asked for by nobody', 'nobody', 'POST /v1/me/passkeys/request', undefined, [401, 'NOT_SIGNED_IN', null]],
  [
    'a passkey named that there is not',
    FIRST_OFFICER,
    'POST /v1/me/passkeys/{nowhere}/name',
    { name: '办公室' },
    [404, 'PASSKEY_NOT_FOUND', 'passkeyId'],
  ],
  [
    'a passkey removed that there is not',
    FIRST_OFFICER,
    'POST /v1/me/passkeys/{nowhere}/remove',
    { code: '123456' },
    [404, 'PASSKEY_NOT_FOUND', 'passkeyId'],
  ],
]);
