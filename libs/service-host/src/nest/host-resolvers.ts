import type { ResourceFacts } from '@jiangong/access';
import { organizationPath, rootOrganization } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import { ORGANIZATION_OR_ROOT, type Resolver } from './authorize.ts';

/** What every service knows of a resource from its access read model. */
export const hostResolvers = (rows: Rows, service: string): Readonly<Record<string, Resolver>> => {
  const organization = async (id: string): Promise<ResourceFacts | undefined> => {
    const path = await organizationPath(rows, id);
    return path === undefined ? undefined : { organizationPath: path, organizationId: id };
  };
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
