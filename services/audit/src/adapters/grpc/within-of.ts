import type { Metadata } from '@grpc/grpc-js';
import { covers, isInForce, type Role } from '@jiangong/access';
import { type Ground, refused } from '@jiangong/service-host';
import { callOf } from '@jiangong/service-host/nest';
import { partOfTree, type Within } from '../postgres/where-things-stand.ts';

export type PartAsked = Readonly<{ organization: string; itselfOnly: boolean }>;

/**
 * The part of the tree that a question is about, and the roles that the caller holds over it. That he may ask about it the permission has said; what is
 * classified in it is shown to who holds a role over it, here as everywhere.
 */
export const withinOf = async (
  { rows, clock, grantsFor }: Pick<Ground, 'rows' | 'clock' | 'grantsFor'>,
  { organization, itselfOnly }: PartAsked,
  metadata: Metadata,
): Promise<Readonly<{ within: Within; roles: readonly Role[] }>> => {
  const grants = await grantsFor(callOf(metadata));
  const now = clock.now();
  const held = grants.filter((grant) => isInForce(grant, now));
  const grantPaths = held.map(({ organizationPath }) => organizationPath);
  const within = await partOfTree(rows, { organization, itselfOnly, grantPaths });
  if (!within) throw refused({ reason: 'ORGANIZATION_NOT_FOUND', field: 'organization' });
  const over = held.filter(({ organizationPath }) => covers(organizationPath, within.path));
  return { within, roles: [...new Set(over.map(({ role }) => role))] };
};
