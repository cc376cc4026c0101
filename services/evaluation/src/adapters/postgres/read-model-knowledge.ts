import { plansOf } from './plan-projection.ts';
import { coversSql } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import { type Ground, lookAgain } from '@jiangong/service-host';
import type { CommitteesAbove, Edition, Knowledge } from '../../application/ports.ts';
import { BRANCH_KINDS } from '../../domain/decision/branch-kinds.ts';
import type { Candidate, HeldGrant } from '../../domain/round/holders.ts';

type EditionRow = { editionId: string; committeeId: string; templateHash: string; parameters: string; year: number };

const edition = async (rows: Rows, editionId: string): Promise<Edition | undefined> => {
  const [row] = await rows.query<EditionRow>(
    `select edition_id as "editionId", committee_id as "committeeId", template_hash as "templateHash", parameters, year
     from edition where edition_id = $1`,
    [editionId],
  );
  return row && { ...row, parameters: JSON.parse(row.parameters) as Edition['parameters'] };
};

const template = async (rows: Rows, committeeId: string, templateHash: string): Promise<string | undefined> =>
  (
    await rows.query<{ text: string }>(
      'select canonical_text as text from template where committee_id = $1 and template_hash = $2',
      [committeeId, templateHash],
    )
  )[0]?.text;

type At = Parameters<Knowledge['people']>[1];
type PersonRow = { personId: string; homeId: string | null };
type GrantRow = HeldGrant & { personId: string };

/** Home: the unit that somebody belongs to, or stands below; null for somebody outside every unit. */
const homes = (rows: Rows, personIds: readonly string[]): Promise<readonly PersonRow[]> =>
  rows.query<PersonRow>(
    `select p.person_id as "personId",
       (select u.id from access_organization u where u.kind = 'unit' and ${coversSql('u.path', 'o.path')} order by length(u.path) desc limit 1) as "homeId"
     from access_person p join access_organization o on o.id = p.organization_id
     where p.person_id = any($1::text[])`,
    [personIds],
  );

/** Roles in force, with where they are held as seen from the committee. */
const grants = (rows: Rows, personIds: readonly string[], { committeeId, now }: At): Promise<readonly GrantRow[]> =>
  rows.query<GrantRow>(
    `select g.person_id as "personId", g.grant_id as "grantId", g.role, g.organization_id as "organizationId",
       case when ${coversSql('c.path', 'o.path')} then 'within' when ${coversSql('o.path', 'c.path')} then 'above' else 'elsewhere' end as stands
     from access_grant g join access_organization o on o.id = g.organization_id
       join access_organization c on c.id = $2
     where g.person_id = any($1::text[]) and not o.dissolved and g.granted_at <= $3 and (g.ends_at is null or $3 < g.ends_at)
     order by g.grant_id`,
    [personIds, committeeId, now],
  );

const people = async (
  ground: Pick<Ground, 'rows' | 'caughtUp'>,
  personIds: readonly string[],
  at: At,
): Promise<ReadonlyMap<string, Candidate>> => {
  const { rows } = ground;
  if (personIds.length === 0) return new Map();
  const wanted = new Set(personIds).size;
  const look = () => homes(rows, personIds);
  const known = at.wait ? await lookAgain(ground, look, (found) => found.length === wanted) : await look();
  const held = await grants(rows, personIds, at);
  return new Map(
    known.map(({ personId, homeId }) => [
      personId,
      {
        personId,
        homeId,
        grants: held
          .filter((grant) => grant.personId === personId)
          .map(({ grantId, role, organizationId, stands }) => ({ grantId, role, organizationId, stands })),
      },
    ]),
  );
};

type Holders = Parameters<Knowledge['holders']>[0];

const holders = async (rows: Rows, { roles, now, organizationId, limit }: Holders): Promise<readonly string[]> =>
  (
    await rows.query<{ personId: string }>(
      `select p.person_id as "personId"
       from access_person p join access_organization home on home.id = p.organization_id
       where p.exited is null
         and exists (select 1 from access_grant g join access_organization o on o.id = g.organization_id
           where g.person_id = p.person_id and g.role = any($1::text[]) and not o.dissolved
             and g.granted_at <= $2 and (g.ends_at is null or $2 < g.ends_at))
         and ($3 = '' or exists (select 1 from access_organization a where a.id = $3 and ${coversSql('a.path', 'home.path')}))
       order by p.person_id limit $4`,
      [roles, now, organizationId, limit],
    )
  ).map(({ personId }) => personId);

const besides = async (rows: Rows, unitIds: readonly string[], limit: number) => {
  const found = await rows.query<{ unitId: string; besideIds: readonly string[] }>(
    `select h.id as "unitId", array(
       select u.id from access_organization u where u.kind = 'unit' and not u.dissolved and ${coversSql('s.path', 'u.path')}
       order by u.id limit $2) as "besideIds"
     from access_organization h join access_organization s on s.id = h.parent_id
     where h.id = any($1::text[])`,
    [unitIds, limit],
  );
  return Object.fromEntries(found.map(({ unitId, besideIds }) => [unitId, besideIds]));
};

const seatsHeld = async (rows: Rows, personIds: readonly string[], butRoundId: string) =>
  new Map(
    (
      await rows.query<{ personId: string; seats: number }>(
        `select s.person_id as "personId", count(*)::integer as seats
         from round_seat s join round r on r.round_id = s.round_id
         where s.person_id = any($1::text[]) and s.round_id <> $2 and r.status not in ('annulled', 'commended')
         group by s.person_id`,
        [personIds, butRoundId],
      )
    ).map(({ personId, seats }) => [personId, seats]),
  );

const isUnitBelow = async (rows: Rows, organizationId: string, committeeId: string): Promise<boolean> =>
  (
    await rows.query(
      `select 1 from access_organization u join access_organization c on c.id = $2
       where u.id = $1 and u.kind = 'unit' and not u.dissolved and ${coversSql('c.path', 'u.path')}`,
      [organizationId, committeeId],
    )
  ).length > 0;

/** The unit of an organization that somebody left, as the tree stands now; where he is now is none. */
const formerHomes: (rows: Rows, personIds: readonly string[]) => ReturnType<Knowledge['formerHomes']> = async (
  rows,
  personIds,
) => {
  const found = await rows.query<{ personId: string; homeId: string; leftOn: string }>(
    `select f.person_id as "personId", u.id as "homeId", max(f.left_on) as "leftOn"
     from former_place f join access_organization o on o.id = f.organization_id
       join access_organization u on u.kind = 'unit' and ${coversSql('u.path', 'o.path')}
     where f.person_id = any($1::text[]) group by f.person_id, u.id order by f.person_id, u.id`,
    [personIds],
  );
  return new Map(
    personIds.map((personId) => [
      personId,
      found.filter((one) => one.personId === personId).map(({ homeId, leftOn }) => ({ homeId, leftOn })),
    ]),
  );
};

/** Of a unit: a committee that nobody holds the office of decides nothing, and what stands below it is decided further up. A branch is decided for by the unit where it has too few members. */
const DECIDING_SQL = {
  unit: `o.kind in ('unit', 'party-committee') and exists (select 1 from access_grant g where g.organization_id = o.id and g.role = 'unit-officer'
         and g.granted_at <= $2 and (g.ends_at is null or $2 < g.ends_at))`,
  branch: 'o.kind = any($2::text[])',
} as const;

const committeesAbove = async (
  rows: Rows,
  organizationIds: readonly string[],
  now: string,
  of: 'unit' | 'branch',
): Promise<CommitteesAbove> => {
  const found = await rows.query<{ id: string; path: string }>(
    'select id, path from access_organization where id = any($1::text[])',
    [organizationIds],
  );
  const paths = new Map(found.map(({ id, path }) => [id, path.split('/').filter((step) => step !== '')]));
  const above = [...new Set([...paths.values()].flat())];
  const committees = await rows.query<{ id: string }>(
    `select o.id from access_organization o where o.id = any($1::text[]) and not o.dissolved and ${DECIDING_SQL[of]} order by o.id`,
    [above, of === 'unit' ? now : BRANCH_KINDS],
  );
  return { paths, committees: committees.map(({ id }) => id) };
};

/** What use cases ask, answered from this service's own tables. */
export const readModelKnowledge = (ground: Pick<Ground, 'rows' | 'caughtUp'>): Knowledge => ({
  edition: (editionId) => lookAgain(ground, () => edition(ground.rows, editionId)),
  template: (committeeId, templateHash) => lookAgain(ground, () => template(ground.rows, committeeId, templateHash)),
  people: (personIds, at) => people(ground, personIds, at),
  holders: (asked) => holders(ground.rows, asked),
  besides: (unitIds, limit) => besides(ground.rows, unitIds, limit),
  isUnitBelow: (organizationId, committeeId) => isUnitBelow(ground.rows, organizationId, committeeId),
  committeesAbove: (organizationIds, now, of = 'unit') => committeesAbove(ground.rows, organizationIds, now, of),
  seatsHeld: (personIds, butRoundId) => seatsHeld(ground.rows, personIds, butRoundId),
  formerHomes: (personIds) => formerHomes(ground.rows, personIds),
  plansOf: (entryIds) => plansOf(ground.rows, entryIds),
  left: async (personIds) =>
    (
      await ground.rows.query<{ personId: string }>(
        `select person_id as "personId" from access_person where person_id = any($1::text[]) and exited is not null`,
        [personIds],
      )
    ).map(({ personId }) => personId),
  roundsWithSeat: async (personId) =>
    (
      await ground.rows.query<{ roundId: string }>(
        `select s.round_id as "roundId" from round_seat s join round r on r.round_id = s.round_id
         where s.person_id = $1 and r.status not in ('annulled', 'commended') order by s.round_id`,
        [personId],
      )
    ).map(({ roundId }) => roundId),
  roundsNotOver: async () =>
    (
      await ground.rows.query<{ roundId: string }>(
        `select round_id as "roundId" from round where status not in ('annulled', 'commended') order by round_id`,
      )
    ).map(({ roundId }) => roundId),
  roundsDue: (now, limit) =>
    ground.rows.query(
      `select round_id as "roundId", closing, closes_at as "closesAt" from round
       where own_end and status = 'open' and closes_at <= $1 order by closes_at, round_id limit $2`,
      [now, limit],
    ),
});
