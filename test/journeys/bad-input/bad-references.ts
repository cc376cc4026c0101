import { type BadRequest, NOWHERE, officerOf, onEntry, plan, secretary } from './bad-request.ts';
import { COMMITTEE, FIRST_OFFICER } from '../demo/world/people.ts';
import { UNIT_A } from './small-campaign.ts';

/** What is named is not there, or not as it was seen. */
export const badReferences: readonly BadRequest[] = [
  {
    name: 'an unknown organization',
    at: 'planned',
    as: FIRST_OFFICER,
    send: () => ({ method: 'GET', path: `/v1/organizations/${NOWHERE}` }),
    status: 404,
    reason: 'RESOURCE_NOT_FOUND',
    field: 'organizationId',
  },
  {
    name: 'an unknown parent organization',
    at: 'planned',
    as: FIRST_OFFICER,
    send: () => ({
      method: 'POST',
      path: '/v1/organizations',
      body: { parentId: NOWHERE, kind: 'unit', nameZh: '某单位（虚构）', nameEn: 'Some unit', code: 'u-999' },
    }),
    status: 404,
    reason: 'RESOURCE_NOT_FOUND',
    field: 'parentId',
  },
  {
    name: 'an unknown person',
    at: 'planned',
    as: FIRST_OFFICER,
    send: (campaign) => ({
      method: 'POST',
      path: `/v1/people/${NOWHERE}/grants`,
      body: { role: 'expert', organizationId: campaign.play.organization(COMMITTEE) },
    }),
    status: 404,
    reason: 'PERSON_NOT_FOUND',
    field: 'personId',
  },
  {
    name: 'a branch that does not exist',
    at: 'planned',
    as: secretary,
    send: plan({ branchId: NOWHERE }),
    status: 404,
    reason: 'RESOURCE_NOT_FOUND',
    field: 'branchId',
  },
  {
    name: 'an entry that does not exist',
    at: 'planned',
    as: officerOf(UNIT_A),
    send: () => ({ method: 'POST', path: `/v1/entries/${NOWHERE}/confirm`, body: { opinion: '同意。' } }),
    status: 404,
    reason: 'RESOURCE_NOT_FOUND',
    field: 'entryId',
  },
  {
    name: 'a wrong If-Match',
    at: 'planned',
    as: FIRST_OFFICER,
    send: (campaign) => ({
      method: 'POST',
      path: `/v1/organizations/${campaign.play.organization(UNIT_A)}/rename`,
      body: { nameZh: '新名（虚构）', nameEn: 'New name' },
      headers: { 'if-match': '"77"' },
    }),
    status: 412,
    reason: 'REVISION_CONFLICT',
    field: 'If-Match',
  },
  {
    name: 'a request id used before for another order',
    at: 'planned',
    as: officerOf(UNIT_A),
    send: (campaign) => ({
      ...onEntry('confirm', UNIT_A, 1, { opinion: '另有意见。' })(campaign),
      headers: { 'idempotency-key': campaign.usedKey },
    }),
    status: 409,
    reason: 'REQUEST_ID_REUSED',
    field: 'Idempotency-Key',
  },
];
