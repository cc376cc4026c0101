import type { CallContext } from '@jiangong/service-host';
import type { OrganizationSeen } from '../domain/orders.ts';

/** What use cases ask of the access read model. */
export interface TreeKnowledge {
  /** What is known of an organization. Waits a little for what the caller has just done. */
  organization(organizationId: string, call: Pick<CallContext, 'afterPosition'>): Promise<OrganizationSeen>;
  /** The roles that the caller holds now over an organization. */
  rolesOver(organizationId: string, call: CallContext): Promise<readonly string[]>;
  /** Whether anybody leads the organization now, or one above it. */
  hasLeader(organizationId: string, call: CallContext): Promise<boolean>;
  /** Whether the caller may register people in this organization. */
  mayRegisterAt(organizationId: string, call: CallContext): Promise<boolean>;
}
