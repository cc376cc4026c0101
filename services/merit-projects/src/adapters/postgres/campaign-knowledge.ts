import { nearestOfKind, organizationOf, organizationOfPerson } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import type { CallContext } from '@jiangong/service-host';
import type { CampaignKnowledge, EditionUnits, ProjectPlace } from '../../application/ports.ts';
import { eventually, READ_MODEL_WAIT_MS } from './eventually.ts';

/** Waits only for callers who have just changed something: others would wait for what is not there. */
const waitMs = ({ afterPosition }: CallContext): number => (afterPosition > 0 ? READ_MODEL_WAIT_MS : 0);

const PLACE = 'project_id as "projectId", edition_id as "editionId", unit_id as "unitId"';

export const campaignKnowledge = (rows: Rows): CampaignKnowledge => ({
  branch: (branchId, call) =>
    eventually(async () => {
      const branch = await organizationOf(rows, branchId);
      if (!branch) return undefined;
      const unit = await nearestOfKind(rows, branchId, 'unit');
      return { kind: branch.kind, dissolved: branch.dissolved, path: branch.path, unitId: unit?.id ?? null, unitPath: unit?.path ?? null };
    }, waitMs(call)),
  organization: (organizationId, call) => eventually(() => organizationOf(rows, organizationId), waitMs(call)),
  personPath: (personId, call) => eventually(async () => (await organizationOfPerson(rows, personId))?.path, waitMs(call)),
  project: (projectId, call) =>
    eventually(
      async () => (await rows.query<ProjectPlace>(`select ${PLACE} from project where project_id = $1`, [projectId]))[0],
      waitMs(call),
    ),
  objection: (objectionId, call) =>
    eventually(
      async () => (await rows.query<ProjectPlace>(`select ${PLACE} from objection where objection_id = $1`, [objectionId]))[0],
      waitMs(call),
    ),
});

export const editionUnits = (rows: Rows): EditionUnits => ({
  unitsOf: async (editionId) =>
    (
      await rows.query<{ unitId: string }>('select unit_id as "unitId" from unit_edition where edition_id = $1 order by unit_id', [
        editionId,
      ])
    ).map(({ unitId }) => unitId),
});
