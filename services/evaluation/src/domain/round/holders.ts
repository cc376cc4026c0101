/** A role that somebody holds now. `stands`: where the organization it is held over stands, seen from the round's committee. */
export type HeldGrant = Readonly<{
  grantId: string;
  role: string;
  organizationId: string;
  stands: 'within' | 'above' | 'elsewhere';
}>;

/** `homeId`: the level below the body that the person belongs to; null: none. */
export type Candidate = Readonly<{ personId: string; homeId: string | null; grants: readonly HeldGrant[] }>;
