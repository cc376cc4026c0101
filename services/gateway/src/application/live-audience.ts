import { covers, type Grant, isInForce, type Role } from '@jiangong/access';
import type { LiveFact } from './live-feed.ts';

/** Who hears what happens in the part of the tree under their grant. The others hear what concerns themselves. */
const WATCHING: ReadonlySet<Role> = new Set<Role>([
  'committee-officer',
  'committee-leader',
  'discipline-inspector',
  'unit-officer',
  'branch-secretary',
  'auditor',
]);

/** The holder of an honour is a person, or an organization that is named beside it as its home. */
const PERSON_FIELDS = ['personId', 'answerablePersonIds', 'presentPersonIds', 'holderId'] as const;
const ORGANIZATION_FIELDS = [
  ...['organizationId', 'fromOrganizationId', 'committeeId', 'parentId', 'successorIds', 'heirId'],
  ...['nominatorId', 'homeId', 'proposerId', 'ownerId', 'unitId'],
] as const;
/**
 * Names what is not told: of a seat its holder alone hears, so that no unit learns by this who of its people scores; of other systems
 * that are told of facts nobody hears, since only operators know of them, and ask. Of findings and marks each office knows its own items alone,
 * of claims those who decide them, and of documents whoever keeps them.
 */
const UNTOLD_FIELDS = [
  'seatHomeId',
  'webhookId',
  'occurrenceId',
  'checklistId',
  'claimId',
  'appealId',
  'measureId',
  'evidence',
  'problemId',
  'recommendationId',
] as const;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const textsIn = (data: unknown, fields: readonly string[]): readonly string[] =>
  typeof data === 'object' && data !== null
    ? fields.flatMap((field): unknown => Reflect.get(data, field)).filter(isText)
    : [];

export type Listener = Readonly<{ personId: string; grants: readonly Grant[]; now: string }>;

/**
 * Whether a listener hears of a fact: their own, or one of an organization under a watching grant. What names neither a person
 * nor an organization (a stage that opens, a round that closes) everybody hears who is signed in.
 */
export const mayHear = (
  fact: LiveFact,
  listener: Listener,
  pathOf: (organizationId: string) => string | undefined,
): boolean => {
  const people = textsIn(fact.data, PERSON_FIELDS);
  if (people.includes(listener.personId)) return true;
  const organizations = textsIn(fact.data, ORGANIZATION_FIELDS);
  if (people.length === 0 && organizations.length === 0) return textsIn(fact.data, UNTOLD_FIELDS).length === 0;
  const watching = listener.grants.filter((grant) => WATCHING.has(grant.role) && isInForce(grant, listener.now));
  return organizations.some((id) => {
    const path = pathOf(id);
    return path !== undefined && watching.some((grant) => covers(grant.organizationPath, path));
  });
};

/** What is sent of a fact: ids, never contents. */
export const idsOf = (data: unknown): Record<string, string> =>
  typeof data !== 'object' || data === null
    ? {}
    : Object.fromEntries(
        Object.entries(data).filter(
          (entry): entry is [string, string] => entry[0].endsWith('Id') && typeof entry[1] === 'string',
        ),
      );
