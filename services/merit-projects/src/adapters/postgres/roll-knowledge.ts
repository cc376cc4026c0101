import { organizationPathsOn } from '@jiangong/access/postgres';
import type { LocalDate } from '@jiangong/calendar';
import type { Rows } from '@jiangong/read-models';
import type { OrganizationOnADay, RollKnowledge } from '../../application/ports.ts';

type Row = Omit<OrganizationOnADay, 'path' | 'unitId'>;

const ORGANIZATIONS = `select o.id, o.kind, coalesce(f.founded_on, '') as "foundedOn", o.dissolved_at as "endedAt", coalesce(n.name_zh, '') as name
  from access_organization o
  left join organization_founding f on f.organization_id = o.id
  left join organization_name n on n.organization_id = o.id`;

/** The tree as it stood on a day, for those who are counted on it. */
export const rollKnowledge = (rows: Rows): RollKnowledge => {
  const placed = async (found: readonly Row[], on: LocalDate): Promise<readonly OrganizationOnADay[]> => {
    const paths = await organizationPathsOn(
      rows,
      found.map(({ id }) => id),
      on,
    );
    const steps = [...new Set([...paths.values()].flatMap((path) => path.split('/')).filter((step) => step !== ''))];
    const units = new Set(
      (
        await rows.query<{ id: string }>(`select id from access_organization where kind = 'unit' and id = any($1)`, [
          steps,
        ])
      ).map(({ id }) => id),
    );
    return found.map((one) => {
      const path = paths.get(one.id) ?? '';
      return { ...one, path, unitId: path.split('/').findLast((step) => units.has(step)) ?? null };
    });
  };
  return {
    organizationsOn: async (kinds, on) =>
      placed(await rows.query<Row>(`${ORGANIZATIONS} where o.kind = any($1) order by o.id`, [kinds]), on),
    organizationOn: async (organizationId, on) =>
      (await placed(await rows.query<Row>(`${ORGANIZATIONS} where o.id = $1`, [organizationId]), on))[0],
  };
};
