import { homePathsOn, organizationPathsOn } from '@jiangong/access/postgres';
import type { LocalDate } from '@jiangong/calendar';
import type { Rows } from '@jiangong/read-models';
import type { MemberKnown } from '../../domain/needs/answers.ts';
import type { OfficeHeld, OrganizationOnADay, RollKnowledge } from '../../application/ports.ts';

type Row = Omit<OrganizationOnADay, 'path' | 'unitId'>;

const ORGANIZATIONS = `select o.id, o.kind, coalesce(f.founded_on, '') as "foundedOn", o.dissolved_at as "endedAt", coalesce(n.name_zh, '') as name
  from access_organization o
  left join organization_founding f on f.organization_id = o.id
  left join organization_name n on n.organization_id = o.id`;

/** The tree as it stood on a day, for those who are counted on it. */
export const rollKnowledge = (rows: Rows): RollKnowledge => {
  const unitsAmong = async (paths: Iterable<string>): Promise<ReadonlySet<string>> => {
    const steps = [...new Set([...paths].flatMap((path) => path.split('/')).filter((step) => step !== ''))];
    const found = await rows.query<{ id: string }>(
      `select id from access_organization where kind = 'unit' and id = any($1)`,
      [steps],
    );
    return new Set(found.map(({ id }) => id));
  };
  const unitOf = (path: string, units: ReadonlySet<string>): string | null =>
    path.split('/').findLast((step) => units.has(step)) ?? null;
  const placed = async (found: readonly Row[], on: LocalDate): Promise<readonly OrganizationOnADay[]> => {
    const paths = await organizationPathsOn(
      rows,
      found.map(({ id }) => id),
      on,
    );
    const units = await unitsAmong(paths.values());
    return found.map((one) => {
      const path = paths.get(one.id) ?? '';
      return { ...one, path, unitId: unitOf(path, units) };
    });
  };
  return {
    membersSince: async (latest, on) => {
      const members = await rows.query<MemberKnown & { personId: string }>(
        `select person_id as "personId", stage, full_since as "fullSince", exited_on as "exitedOn" from member_standing
         where full_since <> '' and full_since <= $1 order by person_id`,
        [latest],
      );
      const paths = await homePathsOn(
        rows,
        members.map(({ personId }) => personId),
        on,
      );
      const units = await unitsAmong(paths.values());
      return members.flatMap((one) => {
        const path = paths.get(one.personId);
        return path === undefined ? [] : [{ ...one, path, unitId: unitOf(path, units) }];
      });
    },
    officesHeld: (offices, on) =>
      rows.query<OfficeHeld>(
        `select person_id as "personId", organization_id as "organizationId", office, since, until from office_holding
         where office = any($1) and since <= $2 order by appointment_id`,
        [offices, on],
      ),
    personOn: async (personId, on) => {
      const path = (await homePathsOn(rows, [personId], on)).get(personId);
      return path === undefined ? undefined : { path, unitId: unitOf(path, await unitsAmong([path])) };
    },
    givenBy: async (committeeId, codes, on) => {
      const found = await rows.query<{ id: string }>(
        `select distinct holder_id as id from honour_of_record where granted_by = $1 and code = any($2) and issued_on <= $3`,
        [committeeId, codes, on],
      );
      return new Set(found.map(({ id }) => id));
    },
    organizationsOn: async (kinds, on) =>
      placed(await rows.query<Row>(`${ORGANIZATIONS} where o.kind = any($1) order by o.id`, [kinds]), on),
    organizationOn: async (organizationId, on) =>
      (await placed(await rows.query<Row>(`${ORGANIZATIONS} where o.id = $1`, [organizationId]), on))[0],
  };
};
