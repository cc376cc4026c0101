import { coversSql } from '@jiangong/access/postgres';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Rows } from '@jiangong/read-models';
import type { Edition, Knowledge } from '../../application/ports.ts';
import type { Candidate, HeldGrant } from '../../domain/round/orders.ts';

/** How long an order waits for a read model to see what was written just before. */
export const READ_MODEL_WAIT_MS = 2_000;
const LOOK_EVERY_MS = 20;

/** Looks until it is enough, or the time is over. */
const looked = async <T>(look: () => Promise<T>, isEnough: (found: T) => boolean, waitMs: number): Promise<T> => {
  const until = performance.now() + waitMs;
  for (;;) {
    const found = await look();
    if (isEnough(found) || performance.now() >= until) return found;
    await sleep(LOOK_EVERY_MS);
  }
};

type EditionRow = { editionId: string; committeeId: string; templateHash: string; parameters: string };

const edition = async (rows: Rows, editionId: string): Promise<Edition | undefined> => {
  const [row] = await rows.query<EditionRow>(
    `select edition_id as "editionId", committee_id as "committeeId", template_hash as "templateHash", parameters
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

const people = async (rows: Rows, personIds: readonly string[], at: At): Promise<ReadonlyMap<string, Candidate>> => {
  if (personIds.length === 0) return new Map();
  const wanted = new Set(personIds).size;
  const known = await looked(
    () => homes(rows, personIds),
    (found) => found.length === wanted,
    at.wait ? READ_MODEL_WAIT_MS : 0,
  );
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

/** What use cases ask, answered from this service's own tables. */
export const readModelKnowledge = (rows: Rows): Knowledge => ({
  edition: (editionId) =>
    looked(
      () => edition(rows, editionId),
      (found) => found !== undefined,
      READ_MODEL_WAIT_MS,
    ),
  template: (committeeId, templateHash) =>
    looked(
      () => template(rows, committeeId, templateHash),
      (found) => found !== undefined,
      READ_MODEL_WAIT_MS,
    ),
  people: (personIds, at) => people(rows, personIds, at),
  roundsWithSeat: async (personId) =>
    (
      await rows.query<{ roundId: string }>(
        `select s.round_id as "roundId" from round_seat s join round r on r.round_id = s.round_id
         where s.person_id = $1 and r.status not in ('annulled', 'commended') order by s.round_id`,
        [personId],
      )
    ).map(({ roundId }) => roundId),
  roundsDue: (now, limit) =>
    rows.query(
      `select round_id as "roundId", closing, closes_at as "closesAt" from round
       where own_end and status = 'open' and closes_at <= $1 order by closes_at, round_id limit $2`,
      [now, limit],
    ),
});
