import {
  ProposeRestorationRequest,
  RejectRestorationRequest,
  RestoreOrganizationRequest,
} from '@jiangong/contracts/jiangong/organizations/v1/orders';
import { OrganizationsServiceService } from '@jiangong/contracts/jiangong/organizations/v1/organizations_service';
import { z } from 'zod';
import { id, prose } from './fields.ts';
import { accepted, receipt, receiptAnswer } from './receipt.ts';
import { route, type Route } from './route.ts';

const REASON_CHARS_MAX = 500;

const service = 'organizations' as const;
const tags = ['organizations'];
const reason = prose(REASON_CHARS_MAX);
const proposalParams = z.strictObject({ organizationId: id(), proposalId: id() });

/** Undoing the end of an organization: one person proposes, another of another role carries it out or turns it down. */
export const restorationRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/organizations/{organizationId}/restorations',
    founds: true,
    summary: { zh: '提议恢复已撤销的组织', en: 'Propose to restore a dissolved organization' },
    tags,
    status: 201,
    params: z.strictObject({ organizationId: id() }),
    body: z.strictObject({ reason }),
    answer: z.object({ proposalId: id(), receipt }),
    call: {
      service,
      rpc: OrganizationsServiceService.proposeRestoration,
      request: ({ params, body }) => ProposeRestorationRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({ proposalId: response.proposalId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/organizations/{organizationId}/restorations/{proposalId}/carry-out',
    summary: {
      zh: '恢复已撤销的组织（须由另一人办理）',
      en: 'Restore a dissolved organization that another proposed to restore',
    },
    tags,
    params: proposalParams,
    answer: receiptAnswer,
    call: {
      service,
      rpc: OrganizationsServiceService.restoreOrganization,
      request: ({ params }) => RestoreOrganizationRequest.fromPartial(params),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/organizations/{organizationId}/restorations/{proposalId}/reject',
    summary: { zh: '否决或撤回恢复提议', en: 'Turn a proposed restoration down, or take the own proposal back' },
    tags,
    params: proposalParams,
    body: z.strictObject({ reason }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: OrganizationsServiceService.rejectRestoration,
      request: ({ params, body }) => RejectRestorationRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];
