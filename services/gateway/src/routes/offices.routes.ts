import { AppointOfficerRequest, RelieveOfficerRequest } from '@jiangong/contracts/jiangong/organizations/v1/orders';
import { OrganizationsServiceService } from '@jiangong/contracts/jiangong/organizations/v1/organizations_service';
import { z } from 'zod';
import { answerWords } from './answer-words.ts';
import { day, id, word } from './fields.ts';
import { given } from './given.ts';
import { accepted, receipt, receiptAnswer } from './receipt.ts';
import { route, type Route } from './route.ts';

const service = 'organizations' as const;
const tags = ['organizations'];
/** Since which day it is so; absent: today. */
const effectiveOn = day().optional();
const organizationParams = z.strictObject({ organizationId: id() });
const office = word(answerWords.office);

/** Who holds which office. */
export const officeRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/organizations/{organizationId}/officers',
    founds: true,
    summary: { zh: '任职', en: 'Appoint an officer' },
    tags,
    status: 201,
    params: organizationParams,
    body: z.strictObject({ personId: id(), office, effectiveOn, termEndsOn: day().optional() }),
    answer: z.object({ appointmentId: id(), receipt }),
    call: {
      service,
      rpc: OrganizationsServiceService.appointOfficer,
      request: ({ params, body }) => AppointOfficerRequest.fromPartial({ ...params, ...given(body) }),
      respond: (response) => ({ appointmentId: response.appointmentId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/organizations/{organizationId}/officers/{appointmentId}/relieve',
    summary: { zh: '免职', en: 'Relieve an officer' },
    tags,
    params: z.strictObject({ organizationId: id(), appointmentId: id() }),
    body: z.strictObject({ reason: word(['resignation', 'transfer', 'term-end', 'removal', 'other']), effectiveOn }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: OrganizationsServiceService.relieveOfficer,
      request: ({ params, body }) => RelieveOfficerRequest.fromPartial({ ...params, ...given(body) }),
      respond: accepted,
    },
  }),
];
