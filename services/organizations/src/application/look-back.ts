import { localDateOf } from '@jiangong/calendar';
import type { EventStore } from '@jiangong/event-store';
import type { OrganizationFact } from '../domain/facts.ts';
import { type Organization, nameOn } from '../domain/organization.ts';
import { organizationOn } from '../domain/organization-on.ts';
import { organizationStream } from './organization-stream.ts';

/** Levels that a look up the tree climbs at most: more than any tree has, so that a tree in disorder is no endless way. */
const LEVELS_MAX = 32;

type Log = Pick<EventStore, 'readStream'>;
type Stood = Exclude<Organization, { kind: 'absent' }>;

/** One above another on a day; `nameZh` and `nameEn` as they were then. */
export type Above = Readonly<{ organizationId: string; nameZh: string; nameEn: string }>;

/** What an organization was on a day; its path of that day from the root down, itself left out. */
export type LookedBack = Readonly<{ organization: Stood; nameZh: string; nameEn: string; above: readonly Above[] }>;

const stoodOn = async (log: Log, organizationId: string, day: string): Promise<Stood | undefined> => {
  const events = await log.readStream(organizationStream(organizationId));
  const facts = events.map(({ entry: { type, recordedAt }, data }) => ({
    // Reasons stay sealed: nothing of this reads them.
    fact: { type, data } as OrganizationFact,
    enteredOn: localDateOf(recordedAt),
  }));
  const organization = organizationOn(facts, day);
  return organization.kind === 'absent' ? undefined : organization;
};

/** Reads the streams of an organization and of those above it on a day; undefined where it was not there yet. */
export const lookBack = async (log: Log, organizationId: string, day: string): Promise<LookedBack | undefined> => {
  const organization = await stoodOn(log, organizationId, day);
  if (organization === undefined) return undefined;
  const above: Above[] = [];
  for (let parentId = organization.parentId; parentId !== null && above.length < LEVELS_MAX;) {
    const parent = await stoodOn(log, parentId, day);
    if (parent === undefined) break;
    const { nameZh, nameEn } = nameOn(parent, day);
    above.unshift({ organizationId: parentId, nameZh, nameEn });
    parentId = parent.parentId;
  }
  const { nameZh, nameEn } = nameOn(organization, day);
  return { organization, nameZh, nameEn, above };
};
