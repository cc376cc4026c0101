import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, NOWHERE } from './bad-request.ts';
import { ordersAt } from './order-row.ts';

const OPERATOR = 'operator-1';
const HOOK = 'POST /v1/operations/webhooks';
const reason = '排除故障（虚构）。';
const THEIRS = {
  name: '外部系统（虚构）',
  address: 'https://example.org/hook',
  facts: ['merit_projects.EditionOpened.v1'],
};
const PARKED = {
  service: 'organizations',
  reader: 'nobody',
  stream: `membership.person-${NOWHERE}`,
  position: 1,
  reason,
};
const PREFERENCES = { off: [], quietFrom: '22:00', quietUntil: '07:00', digestAt: '08:00' };
const unknown = [404, 'WEBHOOK_NOT_FOUND', 'webhookId'] as const;

/** The inbox, mail, webhooks and what is parked: of nobody, in no form, or by who does not run the platform. */
export const badOperations: readonly BadRequest[] = ordersAt('planned', [
  [
    'messages read that are no ids',
    FIRST_OFFICER,
    'POST /v1/inbox/read',
    { messageIds: ['first'] },
    [400, 'INVALID_FIELD', 'messageIds[0]'],
  ],
  [
    'an address where the platform sends no mail',
    FIRST_OFFICER,
    'POST /v1/me/mail/address',
    { address: 'somebody@example.org' },
    [409, 'MAIL_NOT_CONFIGURED', null],
  ],
  [
    'an address confirmed that nobody entered',
    FIRST_OFFICER,
    'POST /v1/me/mail/address/confirm',
    { code: '12345678' },
    [409, 'CODE_LAPSED', 'code'],
  ],
  ['an address taken off by nobody', 'nobody', 'DELETE /v1/me/mail/address', undefined, [401, 'NOT_SIGNED_IN', null]],
  [
    'quiet from an hour that there is not',
    FIRST_OFFICER,
    'POST /v1/me/mail/preferences',
    { ...PREFERENCES, quietFrom: '25:00' },
    [400, 'INVALID_FIELD', 'quietFrom'],
  ],
  [
    'a delivery tried again that there is not',
    OPERATOR,
    'POST /v1/operations/deliveries/{nowhere}/retry',
    { reason },
    [404, 'DELIVERY_NOT_FOUND', 'deliveryId'],
  ],
  [
    'a delivery left out that there is not',
    OPERATOR,
    'POST /v1/operations/deliveries/{nowhere}/skip',
    { reason },
    [404, 'DELIVERY_NOT_FOUND', 'deliveryId'],
  ],
  [
    'a delivery tried again by the office',
    FIRST_OFFICER,
    'POST /v1/operations/deliveries/{nowhere}/retry',
    { reason },
    [403, 'NO_GRANT', null],
  ],
  [
    'a webhook whose way anybody can listen to',
    OPERATOR,
    HOOK,
    { ...THEIRS, address: 'http://example.org/hook' },
    [400, 'WEBHOOK_ADDRESS_INVALID', 'address'],
  ],
  [
    'a webhook of facts that there are not',
    OPERATOR,
    HOOK,
    { ...THEIRS, facts: ['merit_projects.Nothing.v1'] },
    [400, 'INVALID_FIELD', 'facts[0]'],
  ],
  ['a webhook by the office', FIRST_OFFICER, HOOK, THEIRS, [403, 'NO_GRANT', null]],
  ['no webhook named', OPERATOR, `${HOOK}/{nowhere}/name`, { name: '外部系统' }, unknown],
  ['no webhook given a secret', OPERATOR, `${HOOK}/{nowhere}/secret`, { reason }, unknown],
  ['no webhook paused', OPERATOR, `${HOOK}/{nowhere}/pause`, { reason }, unknown],
  ['no webhook resumed', OPERATOR, `${HOOK}/{nowhere}/resume`, { reason }, unknown],
  ['no webhook removed', OPERATOR, `${HOOK}/{nowhere}/removal`, { reason }, unknown],
  ['no webhook tried', OPERATOR, `${HOOK}/{nowhere}/test`, undefined, unknown],
  [
    'nothing parked tried again',
    OPERATOR,
    'POST /v1/operations/parked/retry',
    PARKED,
    [404, 'PARKED_EVENT_NOT_FOUND', 'position'],
  ],
  [
    'nothing parked left out',
    OPERATOR,
    'POST /v1/operations/parked/skip',
    PARKED,
    [404, 'PARKED_EVENT_NOT_FOUND', 'position'],
  ],
  [
    'what is parked left out by the office',
    FIRST_OFFICER,
    'POST /v1/operations/parked/skip',
    PARKED,
    [403, 'NO_GRANT', null],
  ],
]);
