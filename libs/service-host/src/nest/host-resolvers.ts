import type { ResourceFacts } from '@jiangong/access';
import { organizationPath, rootOrganization } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import { ORGANIZATION_OR_ROOT, type Resolver } from './authorize.ts';

/** Places of at most so many organizations are remembered; then all are forgotten. */
export const PLACES_REMEMBERED_MAX = 10_000;

/** Answers again what was found in the same era; what was not found is looked for each time. */
const remembered = (find: Resolver, era: () => number): Resolver => {
  const found = new Map<string, ResourceFacts>();
  let since = era();
  return async (id) => {
    if (era() !== since || found.size >= PLACES_REMEMBERED_MAX) found.clear();
    since = era();
    const known = found.get(id);
    if (known !== undefined) return known;
    const facts = await find(id);
    if (facts !== undefined && era() === since) found.set(id, facts);
    return facts;
  };
};

/** What every service knows of a resource from its access read model. `era`: until when a place may be remembered, as grants are. */
export const hostResolvers = (rows: Rows, service: string, era: () => number): Readonly<Record<string, Resolver>> => {
  const organization = remembered(async (id) => {
    const path = await organizationPath(rows, id);
    return path === undefined ? undefined : { organizationPath: path, organizationId: id };
  }, era);
  const root = async (): Promise<ResourceFacts | undefined> => {
    const found = await rootOrganization(rows);
    return found && { organizationPath: found.path, organizationId: found.id };
  };
  return {
    organization,
    [ORGANIZATION_OR_ROOT]: async (id) => (id === '' ? root() : organization(id)),
    // A service as a whole concerns the whole installation: its operators are granted at the root of the tree.
    service: async (name) => (name === service ? root() : undefined),
  };
};
