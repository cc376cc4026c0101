import { ROLES } from '@jiangong/access';
import {
  ConfirmErasureRequest,
  RequestErasureRequest,
  SetLegalHoldRequest,
  WithdrawErasureRequest,
} from '@jiangong/contracts/jiangong/membership/v1/erasure';
import { MembershipServiceService } from '@jiangong/contracts/jiangong/membership/v1/membership_service';
import {
  CorrectPersonRequest,
  MovePersonRequest,
  RegisterPersonRequest,
} from '@jiangong/contracts/jiangong/membership/v1/records';
import { GrantRoleRequest, RevokeRoleRequest } from '@jiangong/contracts/jiangong/membership/v1/roles';
import { ChangeStageRequest } from '@jiangong/contracts/jiangong/membership/v1/stages';
import { EndSecondFactorRequest, EndSignInRequest } from '@jiangong/contracts/jiangong/membership/v1/sign_in';
import { z } from 'zod';
import { day, id, instant, line, prose, whole, word } from './fields.ts';
import { given } from './given.ts';
import { exitOrders, grantsAnswered } from './people-exits.routes.ts';
import { accepted, receipt, receiptAnswer } from './receipt.ts';
import { route, type Route } from './route.ts';

const NAME_CHARS_MAX = 60;
const ID_NUMBER_CHARS = 18;
const PHONE_CHARS_MAX = 25;
const REASON_CHARS_MAX = 500;

const service = 'membership' as const;
const tags = ['people'];
const personParams = z.strictObject({ personId: id() });
const reason = prose(REASON_CHARS_MAX);
const personal = {
  idNumber: line(ID_NUMBER_CHARS).optional(),
  phone: line(PHONE_CHARS_MAX).optional(),
  birthDate: day().optional(),
  sex: word(['female', 'male']).optional(),
};
const role = word(ROLES);
const step = word(['apply', 'name-activist', 'name-candidate', 'admit', 'extend-probation', 'confirm']);

const recordOrders: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/people',
    founds: true,
    summary: { zh: '登记人员', en: 'Register a person' },
    tags,
    status: 201,
    body: z.strictObject({
      organizationId: id(),
      name: line(NAME_CHARS_MAX),
      ...personal,
      stage: word(['applicant', 'activist', 'candidate', 'probationary', 'full']).optional(),
      stageSince: day().optional(),
    }),
    answer: z.object({ personId: id(), receipt }),
    call: {
      service,
      rpc: MembershipServiceService.registerPerson,
      request: ({ body }) => RegisterPersonRequest.fromPartial(given(body)),
      respond: (response) => ({ personId: response.personId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/people/{personId}/corrections',
    replaces: true,
    summary: { zh: '更正个人资料', en: 'Correct personal data' },
    tags,
    params: personParams,
    body: z.strictObject({ name: line(NAME_CHARS_MAX).optional(), ...personal, reason }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: MembershipServiceService.correctPerson,
      request: ({ params, body }) => CorrectPersonRequest.fromPartial({ ...params, ...given(body) }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/people/{personId}/move',
    summary: { zh: '调整所属组织', en: 'Move a person to another organization' },
    tags,
    params: personParams,
    body: z.strictObject({ organizationId: id(), effectiveOn: day().optional(), ...grantsAnswered, reason }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: MembershipServiceService.movePerson,
      request: ({ params, body }) => MovePersonRequest.fromPartial({ ...params, ...given(body) }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/people/{personId}/stages',
    summary: { zh: '记录党员发展步骤', en: 'Record a step of admission or probation' },
    tags,
    params: personParams,
    body: z.strictObject({
      step,
      on: day(),
      approvedOn: day().optional(),
      months: whole(1, 24).optional(),
      reason: reason.optional(),
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: MembershipServiceService.changeStage,
      request: ({ params, body }) => ChangeStageRequest.fromPartial({ ...params, ...given(body) }),
      respond: accepted,
    },
  }),
];

const roleOrders: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/people/{personId}/grants',
    founds: true,
    summary: { zh: '授予角色', en: 'Grant a role' },
    tags,
    status: 201,
    params: personParams,
    body: z.strictObject({
      role,
      organizationId: id(),
      from: instant().optional(),
      until: instant().optional(),
    }),
    answer: z.object({ grantId: id(), receipt }),
    call: {
      service,
      rpc: MembershipServiceService.grantRole,
      request: ({ params, body }) => GrantRoleRequest.fromPartial({ ...params, ...given(body) }),
      respond: (response) => ({ grantId: response.grantId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/people/{personId}/grants/{grantId}/revoke',
    summary: { zh: '撤销角色', en: 'Revoke a grant' },
    tags,
    params: z.strictObject({ personId: id(), grantId: id() }),
    body: z.strictObject({
      because: word(['resignation', 'transfer', 'term-end', 'removal', 'mistake', 'other']),
      effectiveOn: day().optional(),
      reason: reason.optional(),
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: MembershipServiceService.revokeRole,
      request: ({ params, body }) => RevokeRoleRequest.fromPartial({ ...params, ...given(body) }),
      respond: accepted,
    },
  }),
];

const signInOrders: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/people/{personId}/sign-in/end',
    summary: {
      zh: '终止某人的登录方式（账号、外部身份、会话、邀请），以便重新邀请',
      en: 'End a person’s way in, so that an officer may invite anew',
    },
    tags,
    params: personParams,
    body: z.strictObject({ reason }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: MembershipServiceService.endSignIn,
      request: ({ params, body }) => EndSignInRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/people/{personId}/second-factor/end',
    summary: {
      zh: '解除某人遗失的两步验证（说明理由，告知本人）',
      en: 'Take a lost second factor of a person away, saying why; the person is told',
    },
    tags,
    params: personParams,
    body: z.strictObject({ reason }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: MembershipServiceService.endSecondFactor,
      request: ({ params, body }) => EndSecondFactorRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

const erasureOrders: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/people/{personId}/legal-hold',
    summary: { zh: '设定或解除依法保全', en: 'Forbid erasure, or allow it again' },
    tags,
    params: personParams,
    body: z.strictObject({ held: z.boolean(), reason }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: MembershipServiceService.setLegalHold,
      request: ({ params, body }) => SetLegalHoldRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/people/{personId}/erasure-request',
    summary: { zh: '申请清除个人资料', en: 'Ask for an erasure' },
    tags,
    params: personParams,
    body: z.strictObject({ reason }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: MembershipServiceService.requestErasure,
      request: ({ params, body }) => RequestErasureRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/people/{personId}/erasure-request/withdraw',
    summary: { zh: '撤回清除申请', en: 'Take back a request for erasure' },
    tags,
    params: personParams,
    body: z.strictObject({ reason }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: MembershipServiceService.withdrawErasure,
      request: ({ params, body }) => WithdrawErasureRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/people/{personId}/erasure',
    summary: { zh: '确认清除个人资料（须由另一人确认）', en: 'Confirm an erasure that another officer asked for' },
    tags,
    params: personParams,
    answer: receiptAnswer,
    call: {
      service,
      rpc: MembershipServiceService.confirmErasure,
      request: ({ params }) => ConfirmErasureRequest.fromPartial(params),
      respond: accepted,
    },
  }),
];

/** Orders that concern people. */
export const peopleOrders: readonly Route[] = [
  ...recordOrders,
  ...exitOrders,
  ...roleOrders,
  ...signInOrders,
  ...erasureOrders,
];
