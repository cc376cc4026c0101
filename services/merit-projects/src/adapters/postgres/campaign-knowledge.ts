import { nearestOfKind, organizationOf, organizationOfPerson } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import { type Ground, refused } from '@jiangong/service-host';
import type { CampaignKnowledge, EditionUnits, EntryPlace } from '../../application/ports.ts';

/** Looks, and looks again once the read models have caught up: nothing is said not to exist on old knowledge. */
const known = async <T>(ground: Ground, look: () => Promise<T | undefined>): Promise<T | undefined> => {
  const seen = await look();
  if (seen !== undefined) return seen;
  const caughtUp = await ground.caughtUp();
  const again = await look();
  if (again === undefined && !caughtUp) throw refused({ reason: 'READ_MODEL_BEHIND' });
  return again;
};

const PLACE = 'entry_id as "entryId", edition_id as "editionId", unit_id as "unitId"';

export const campaignKnowledge = (ground: Ground): CampaignKnowledge => {
  const { rows } = ground;
  const first = async <T>(sql: string, id: string): Promise<T | undefined> => (await rows.query<T>(sql, [id]))[0];
  return {
    branch: (branchId) =>
      known(ground, async () => {
        const branch = await organizationOf(rows, branchId);
        if (!branch) return undefined;
        const unit = await nearestOfKind(rows, branchId, 'unit');
        return {
          kind: branch.kind,
          dissolved: branch.dissolved,
          path: branch.path,
          unitId: unit?.id ?? null,
          unitPath: unit?.path ?? null,
        };
      }),
    organization: (organizationId) => known(ground, () => organizationOf(rows, organizationId)),
    personPath: (personId) => known(ground, async () => (await organizationOfPerson(rows, personId))?.path),
    entry: (entryId) =>
      known(ground, () => first<EntryPlace>(`select ${PLACE} from entry where entry_id = $1`, entryId)),
    objection: (objectionId) =>
      known(ground, () => first<EntryPlace>(`select ${PLACE} from objection where objection_id = $1`, objectionId)),
  };
};

export const editionUnits = (rows: Rows): EditionUnits => ({
  unitsOf: async (editionId) =>
    (
      await rows.query<{ unitId: string }>(
        'select unit_id as "unitId" from unit_edition where edition_id = $1 order by unit_id',
        [editionId],
      )
    ).map(({ unitId }) => unitId),
});
