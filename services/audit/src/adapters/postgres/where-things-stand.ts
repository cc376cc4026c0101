import type { ResourceFacts } from '@jiangong/access';
import { coversSql, organizationOf, rootOrganization, shownToSql } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import type { Parameter } from '@jiangong/read-models/postgres';

/**
 * Where a stream stands follows from whom it is about (`stream_place`) and where these stand now: an organization where it is in the tree, a person
 * where the person belongs, the dead and the expelled where they belonged last. What is about nobody who is known (the platform's own, an erased
 * person's) stands at the root.
 */
export const PLACE_STANDS = `left join access_person h on p.kind = 'person' and h.person_id = p.subject
  left join access_organization o on o.id = case p.kind when 'person' then h.organization_id else p.subject end`;

/** Facts of one stream for the access rule. */
export const streamFacts = async (rows: Rows, stream: string): Promise<ResourceFacts | undefined> => {
  const [found] = await rows.query<{ id: string | null; path: string | null }>(
    `select o.id, o.path from stream_place p ${PLACE_STANDS} where p.stream = $1`,
    [stream],
  );
  if (!found) return undefined;
  if (found.id !== null && found.path !== null) return { organizationPath: found.path, organizationId: found.id };
  const root = await rootOrganization(rows);
  return root && { organizationPath: root.path, organizationId: root.id };
};

/** A part of the tree that somebody asks about, and what he may see of it. */
export type Within = Readonly<{
  path: string;
  /** Whether it is the root of the tree: there stands what is about nobody who is known. */
  root: boolean;
  itselfOnly: boolean;
  rootPath: string;
  /** It holds so much of the tree that most events of the log belong to it: they are looked at one by one. */
  wide: boolean;
  /** The whole tree, and nothing in it is hidden from who asks: no event has to be looked at for its place. */
  everything: boolean;
  /** Paths of the organizations over which the caller holds a role: there he also sees what is classified. */
  grantPaths: readonly string[];
}>;

/** A part with one in so many organizations or more is wide. */
const WIDE_FROM_ONE_IN = 20;

/** Empty: the root. Undefined when there is no such organization, or none that may be shown. */
export const partOfTree = async (
  rows: Rows,
  asked: Readonly<{ organization: string; itselfOnly: boolean; grantPaths: readonly string[] }>,
): Promise<Within | undefined> => {
  const { organization, itselfOnly, grantPaths } = asked;
  const root = await rootOrganization(rows);
  const at = organization === '' ? root : await organizationOf(rows, organization);
  if (!root || !at) return undefined;
  const [seen] = await rows.query<{ shown: boolean; hidden: boolean; wide: boolean }>(
    `select ${shownToSql('access_organization', '$1', '$2::text')} as shown,
       exists (select 1 from access_organization o where not ${shownToSql('access_organization', '$1', 'o.path')}) as hidden,
       (select count(*) filter (where ${coversSql('$2', 'path')}) * ${WIDE_FROM_ONE_IN} >= count(*) from access_organization) as wide`,
    [grantPaths, at.path],
  );
  if (seen?.shown !== true) return undefined;
  const isRoot = at.id === root.id;
  return {
    ...{ path: at.path, root: isRoot, rootPath: root.path, itselfOnly, grantPaths },
    wide: seen.wide && !itselfOnly,
    everything: isRoot && !itselfOnly && !seen.hidden,
  };
};

/**
 * Whether the stream with this number stands in a part of the tree and may be shown, for a page of events. Of a small part its streams are looked up
 * first; of a wide one each stream is asked where it stands, so that a page is full after a few events. Both say the same.
 */
export const standsWithin = (within: Within, parameter: Parameter, streamNo: string): string =>
  within.wide ? standsInWide(within, parameter, streamNo) : allWithin(within, parameter, streamNo);

/** The same for counts, which look at all events of a part: its streams are looked up once, however many they are. */
export const allWithin = (within: Within, parameter: Parameter, streamNo: string): string =>
  `${streamNo} in (${streamsWithin(within, parameter)})`;

const isWithin = ({ path, itselfOnly, grantPaths }: Within, parameter: Parameter, standsAt: string): string =>
  `${itselfOnly ? `${standsAt} = ${parameter(path)}` : coversSql(parameter(path), standsAt)}
    and ${shownToSql('access_organization', parameter(grantPaths), standsAt)}`;

const standsInWide = (within: Within, parameter: Parameter, streamNo: string): string => {
  const standsAt = `coalesce(o.path, ${parameter(within.rootPath)})`;
  // A value for each event, which no planner turns into a join of all events with all streams: an `exists` it does.
  return `coalesce((select ${isWithin(within, parameter, standsAt)} from stream_place p ${PLACE_STANDS} where p.no = ${streamNo}), false)`;
};

const streamsWithin = (within: Within, parameter: Parameter): string => {
  const here = isWithin(within, parameter, 'o.path');
  return `select p.no from access_organization o join stream_place p on p.kind = 'organization' and p.subject = o.id where ${here}
    union all
    select p.no from access_organization o join access_person h on h.organization_id = o.id
      join stream_place p on p.kind = 'person' and p.subject = h.person_id where ${here}
    ${within.root ? `union all select p.no from stream_place p ${PLACE_STANDS} where o.id is null` : ''}`;
};
