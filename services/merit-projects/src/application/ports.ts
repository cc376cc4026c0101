import type { CallContext } from '@jiangong/service-host';

/** A branch as it stands in the tree; `unitId` is null outside any unit. */
export type BranchPlace = Readonly<{ kind: string; dissolved: boolean; path: string; unitId: string | null; unitPath: string | null }>;

export type OrganizationPlace = Readonly<{ kind: string; dissolved: boolean; path: string }>;

/** Where a project is kept: this never changes. */
export type ProjectPlace = Readonly<{ projectId: string; editionId: string; unitId: string }>;

/** What use cases ask of the read models. Each waits a little for what the caller has just done. */
export interface CampaignKnowledge {
  branch(branchId: string, call: CallContext): Promise<BranchPlace | undefined>;
  organization(organizationId: string, call: CallContext): Promise<OrganizationPlace | undefined>;
  /** Path of the organization that a person belongs to. */
  personPath(personId: string, call: CallContext): Promise<string | undefined>;
  project(projectId: string, call: CallContext): Promise<ProjectPlace | undefined>;
  objection(objectionId: string, call: CallContext): Promise<ProjectPlace | undefined>;
}

/** Units that have projects in an edition. */
export interface EditionUnits {
  unitsOf(editionId: string): Promise<readonly string[]>;
}
