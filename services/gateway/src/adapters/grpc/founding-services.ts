import { randomUUID } from 'node:crypto';
import { MembershipServiceService } from '@jiangong/contracts/jiangong/membership/v1/membership_service';
import { SetUpRequest as SetUpOfficer } from '@jiangong/contracts/jiangong/membership/v1/records';
import { SetUpRequest as SetUpCommittee } from '@jiangong/contracts/jiangong/organizations/v1/orders';
import { OrganizationsServiceService } from '@jiangong/contracts/jiangong/organizations/v1/organizations_service';
import type { FoundingServices } from '../../application/founding.ts';
import { type OutletParts, outletFor } from './outlet.ts';

/** Set-up calls go out in the platform's own name: there is nobody else yet. */
export const foundingServices = (parts: OutletParts, deadlineMs: number): FoundingServices => {
  const correlationId = randomUUID();
  let position = 0;
  const outlet = (requestId: string) =>
    outletFor(
      parts,
      {
        subject: { kind: 'system' },
        requestId,
        correlationId,
        traceparent: undefined,
        expectedRevision: undefined,
        afterPosition: position,
        deadlineMs,
        // In nobody's name.
        fresh: true,
      },
      () => undefined,
    );
  return {
    async foundCommittee({ requestId, nameZh, nameEn }) {
      const request = SetUpCommittee.fromPartial({ nameZh, nameEn });
      const answer = await outlet(requestId).call('organizations', OrganizationsServiceService.setUp, request);
      position = Math.max(position, answer.receipt?.position ?? 0);
      return { organizationId: answer.organizationId };
    },
    async registerFirstOfficer({ requestId, organizationId, name }) {
      const request = SetUpOfficer.fromPartial({ organizationId, name });
      const answer = await outlet(requestId).call('membership', MembershipServiceService.setUp, request);
      return { personId: answer.personId };
    },
  };
};
