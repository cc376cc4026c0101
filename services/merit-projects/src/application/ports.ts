/** A branch as it stands in the tree; `unitId` is null outside any unit. */
export type BranchPlace = Readonly<{
  kind: string;
  dissolved: boolean;
  path: string;
  unitId: string | null;
  unitPath: string | null;
}>;

export type OrganizationPlace = Readonly<{ kind: string; dissolved: boolean; path: string }>;

/** Where an entry is kept: this never changes. */
export type EntryPlace = Readonly<{ entryId: string; editionId: string; unitId: string }>;

/** What use cases ask of the read models. What is not there is looked for again once they have caught up with the log. */
export interface CampaignKnowledge {
  branch(branchId: string): Promise<BranchPlace | undefined>;
  organization(organizationId: string): Promise<OrganizationPlace | undefined>;
  /** Path of the organization that a person belongs to. */
  personPath(personId: string): Promise<string | undefined>;
  entry(entryId: string): Promise<EntryPlace | undefined>;
  objection(objectionId: string): Promise<EntryPlace | undefined>;
}

/** Units that have entries in an edition. */
export interface EditionUnits {
  unitsOf(editionId: string): Promise<readonly string[]>;
}
