import type { ResourceFacts } from '@jiangong/access';
import { lastOrganizationOfPerson, organizationPath, rootOrganization } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';

const ORGANIZATION_STREAM = 'organizations.organization-';
const PERSON_STREAMS = ['membership.person-', 'notifications.inbox-'] as const;

/** The only log of an installation. */
export const LOG_NAME = 'main';

/** The whole log stands at the root of the tree: only who is an auditor there covers it. */
export const logFacts = async (rows: Rows): Promise<ResourceFacts | undefined> => {
  const root = await rootOrganization(rows);
  return root && { organizationPath: root.path, organizationId: root.id };
};

const standing = async (rows: Rows, organizationId: string): Promise<ResourceFacts | undefined> => {
  const path = await organizationPath(rows, organizationId);
  return path === undefined ? undefined : { organizationPath: path, organizationId };
};

/** The organization under whose mandate the stream began. */
const mandateOf = async (rows: Rows, stream: string): Promise<string | null> => {
  const [first] = await rows.query<{ actor_organization: string | null }>(
    'select actor_organization from event_index where stream = $1 and actor_organization is not null order by position limit 1',
    [stream],
  );
  return first?.actor_organization ?? null;
};

const exists = async (rows: Rows, stream: string): Promise<boolean> =>
  (await rows.query('select 1 from event_index where stream = $1 limit 1', [stream])).length > 0;

/**
 * Where a stream stands: an organization's where it is in the tree, a person's where the person belongs, any other where
 * whoever began it held the mandate; what the platform itself began stands at the root.
 */
export const streamFacts = async (rows: Rows, stream: string): Promise<ResourceFacts | undefined> => {
  if (!(await exists(rows, stream))) return undefined;
  if (stream.startsWith(ORGANIZATION_STREAM)) return standing(rows, stream.slice(ORGANIZATION_STREAM.length));
  const person = PERSON_STREAMS.find((prefix) => stream.startsWith(prefix));
  if (person !== undefined) {
    const home = await lastOrganizationOfPerson(rows, stream.slice(person.length));
    return home ? { organizationPath: home.path, organizationId: home.id } : logFacts(rows);
  }
  const mandate = await mandateOf(rows, stream);
  return (mandate === null ? undefined : await standing(rows, mandate)) ?? logFacts(rows);
};
