import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/client.ts';
import { now } from '../../api/platform-clock.ts';
import { edition } from '../../api/questions/campaigns.ts';
import { organization } from '../../api/questions/organizations.ts';
import { me } from '../../api/questions/own.ts';
import { type EntryAct, entryActs, placesOf, rolesOver } from './entry-acts.ts';

type Entry = Schemas['Entry'];
type Grant = Schemas['Grant'];

const ACTING: readonly Grant['role'][] = [
  'branch-secretary',
  'unit-officer',
  'committee-officer',
  'committee-leader',
  'discipline-inspector',
];
const NONE: ReadonlySet<EntryAct> = new Set();

/** What whoever is signed in may do with this project now; empty until it is known. */
export const useActs = (entry: Entry): ReadonlySet<EntryAct> => {
  const who = useQuery(me);
  const campaign = useQuery(edition(entry.editionId));
  const committeeId = campaign.data?.committeeId ?? '';
  const grants = (who.data?.grants ?? []).filter(({ role }) => ACTING.includes(role));
  const known = placesOf({ entry, committeeId, above: [] });
  // Asked for only where a role is given for a place between the branch and the unit.
  const isOdd = campaign.data !== undefined && grants.some(({ organizationId }) => !known.has(organizationId));
  const place = useQuery({ ...organization(entry.proposerId), enabled: isOdd });
  if (campaign.data === undefined || (isOdd && place.isPending)) return NONE;
  const above = place.data?.ancestorIds ?? [];
  const roles = rolesOver(grants, { entry, committeeId, above });
  return entryActs({ entry, edition: campaign.data, roles, now: now() });
};
