import { decide } from '@jiangong/access';
import { grantsOf, organizationOf, organizationOfPerson } from '@jiangong/access/postgres';
import { type Ground, lookAgain } from '@jiangong/service-host';
import type { TreeKnowledge } from '../../application/ports.ts';

export const treeKnowledge = (ground: Pick<Ground, 'rows' | 'caughtUp'>): TreeKnowledge => ({
  // The row's revision and the children's rows are written in log order: once the row has got there, so have they.
  childrenAsOf: async (organizationId, revision) => {
    const look = async (): Promise<number | undefined> => {
      const [row] = await ground.rows.query<{ children: number }>(
        `select (select count(*)::int from organization c where c.parent_id = o.id and c.condition <> 'dissolved') as children
         from organization o where o.id = $1 and o.revision >= $2`,
        [organizationId, revision],
      );
      return row?.children;
    };
    const counted = await look();
    if (counted !== undefined) return counted;
    await ground.caughtUp();
    return (await look()) ?? 'behind';
  },
  personKnown: async (personId, { afterPosition }) => {
    const look = () => organizationOfPerson(ground.rows, personId);
    return (await (afterPosition > 0 ? lookAgain(ground, look) : look())) !== undefined;
  },
  withOfficer: async (personId) =>
    (
      await ground.rows.query<{ id: string }>(
        'select distinct organization_id as id from organization_officer where person_id = $1 order by organization_id',
        [personId],
      )
    ).map(({ id }) => id),
  mayReceive: async (organizationId, { caller, now }) => {
    const resource = await organizationOf(ground.rows, organizationId);
    if (!resource || caller.personId === null) return false;
    const grants = await grantsOf(ground.rows, caller.personId);
    return decide({
      subject: caller,
      grants,
      action: 'organization.move',
      resource: { organizationPath: resource.path },
      now,
    }).allow;
  },
});
