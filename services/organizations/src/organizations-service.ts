import {
  OrganizationsServiceService,
  protoMetadata,
} from '@jiangong/contracts/jiangong/organizations/v1/organizations_service';
import type { ServiceDefinition } from '@jiangong/service-host/nest';
import { organizationProjection } from './adapters/postgres/organization-projection.ts';
import { treeKnowledge } from './adapters/postgres/tree-knowledge.ts';
import { tellOrganizationFacts } from './adapters/public-facts/tell-organization-facts.ts';
import { followExits } from './application/follow-exits.ts';
import { organizationOrders } from './application/organization-orders.ts';
import { refusalTexts } from './application/refusal-texts.ts';
import { OrganizationsModule } from './organizations.module.ts';

/** The service as the host runs it. */
export const organizationsService: ServiceDefinition = {
  name: 'organizations',
  contracts: [
    {
      name: 'jiangong.organizations.v1.OrganizationsService',
      service: OrganizationsServiceService,
      metadata: protoMetadata,
    },
  ],
  module: () => OrganizationsModule,
  projections: [organizationProjection],
  translator: tellOrganizationFacts,
  resolvers: () => ({}),
  processes: (ground) => [followExits(ground, organizationOrders(ground), treeKnowledge(ground))],
  refusalTexts,
};
