import { MembershipServiceService, protoMetadata } from '@jiangong/contracts/jiangong/membership/v1/membership_service';
import { protoMetadata as work, WorkServiceService } from '@jiangong/contracts/jiangong/work/v1/work_service';
import type { ServiceDefinition } from '@jiangong/service-host/nest';
import { grantPlaceOf, placeOf, scheduledActs } from './adapters/postgres/people-questions.ts';
import { personProjection } from './adapters/postgres/person-projection.ts';
import { treeKnowledge } from './adapters/postgres/tree-knowledge.ts';
import { waitingProjection } from './adapters/postgres/waiting-projection.ts';
import { tellPersonFacts } from './adapters/public-facts/tell-person-facts.ts';
import { keyDestroyer } from './application/erase-person.ts';
import { personOrders } from './application/person-orders.ts';
import { refusalTexts } from './application/refusal-texts.ts';
import { actScheduler } from './application/scheduled-acts.ts';
import { MembershipModule } from './membership.module.ts';

/** The service as the host runs it. What concerns a person is that person's own matter; so is a grant. */
export const membershipService: ServiceDefinition = {
  name: 'membership',
  contracts: [
    { name: 'jiangong.membership.v1.MembershipService', service: MembershipServiceService, metadata: protoMetadata },
    { name: 'jiangong.work.v1.WorkService', service: WorkServiceService, metadata: work },
  ],
  module: () => MembershipModule,
  projections: [personProjection, waitingProjection],
  translator: tellPersonFacts,
  resolvers: ({ rows }) => ({
    person: async (personId) => {
      const place = await placeOf(rows, personId);
      return place && { organizationPath: place.path, organizationId: place.organizationId, concerns: [personId] };
    },
    grant: async (grantId) => {
      const place = await grantPlaceOf(rows, grantId);
      return (
        place && { organizationPath: place.path, organizationId: place.organizationId, concerns: [place.personId] }
      );
    },
  }),
  processes: ({ privacy }) => [keyDestroyer(privacy)],
  scheduler: (ground) => {
    const acts = scheduledActs(ground.rows);
    return actScheduler(ground, { people: personOrders(ground), tree: treeKnowledge(ground), acts });
  },
  refusalTexts,
};
