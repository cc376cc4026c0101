import { nearestOfKind, organizationOf, organizationOfPerson } from '@jiangong/access/postgres';
import type { DateSpan } from '@jiangong/calendar';
import type { Rows } from '@jiangong/read-models';
import { type Ground, lookAgain, refused } from '@jiangong/service-host';
import type { CampaignKnowledge, EditionNominators, EntryPlace } from '../../application/ports.ts';

const PLACE = 'entry_id as "entryId", edition_id as "editionId", nominator_id as "nominatorId"';

type HolidayRow = Readonly<{ year: number; source: string; daysOff: string; makeUpDays: string }>;

export const campaignKnowledge = (ground: Ground): CampaignKnowledge => {
  const { rows } = ground;
  const first = async <T>(sql: string, id: string): Promise<T | undefined> => (await rows.query<T>(sql, [id]))[0];
  return {
    branch: (branchId) =>
      lookAgain(ground, async () => {
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
    organization: (organizationId) => lookAgain(ground, () => organizationOf(rows, organizationId)),
    personPath: (personId) => lookAgain(ground, async () => (await organizationOfPerson(rows, personId))?.path),
    entry: (entryId) =>
      lookAgain(ground, () => first<EntryPlace>(`select ${PLACE} from entry where entry_id = $1`, entryId)),
    alsoIn: async ({ editionId, entryId, subject: { kind, id } }) =>
      (
        await rows.query<{ track: string }>(
          `select track from entry where edition_id = $1 and entry_id <> $2 and subject_kind = $3 and subject_id = $4
             and standing not in ('rejected', 'removed', 'withdrawn', 'missed', 'abandoned') order by position`,
          [editionId, entryId, kind, id],
        )
      ).map(({ track }) => track),
    objection: (objectionId) =>
      lookAgain(ground, () => first<EntryPlace>(`select ${PLACE} from objection where objection_id = $1`, objectionId)),
    honoursStand: async (editionId) => {
      if (!(await ground.caughtUp())) throw refused({ reason: 'READ_MODEL_BEHIND' });
      const held = await first<{ honourId: string }>(
        'select h.honour_id as "honourId" from entry_honour h join entry e on e.entry_id = h.entry_id where e.edition_id = $1 and h.stands limit 1',
        editionId,
      );
      return held !== undefined;
    },
    latestTemplate: async (committeeId, templateId) =>
      (
        await rows.query<{ templateHash: string }>(
          `select template_hash as "templateHash" from template where committee_id = $1 and template_id = $2
           order by position desc limit 1`,
          [committeeId, templateId],
        )
      )[0]?.templateHash,
    holidays: async () => {
      const entered = await rows.query<HolidayRow>(
        `select year, notice_number as source, days_off as "daysOff", make_up_days as "makeUpDays" from holiday_year order by year`,
      );
      return entered.map(({ daysOff, makeUpDays, ...year }) => ({
        ...year,
        daysOff: JSON.parse(daysOff) as readonly DateSpan[],
        makeUpDays: JSON.parse(makeUpDays) as readonly string[],
      }));
    },
  };
};

export const editionNominators = (rows: Rows): EditionNominators => ({
  nominatorsOf: async (editionId) =>
    (
      await rows.query<{ nominatorId: string }>(
        'select nominator_id as "nominatorId" from nominator where edition_id = $1 order by nominator_id',
        [editionId],
      )
    ).map(({ nominatorId }) => nominatorId),
});
