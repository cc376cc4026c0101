import { UnexpectedAnswer } from '../../demo/http/persona-api.ts';
import { expectRefusal } from '../../demo/play/expect-refusal.ts';
import { FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition } from '../edition.ts';

const WHY = '该单位逾期未办，由上级代为办理（虚构）。';

type Part = Readonly<{ unit: string; partId: string }>;
type Act = 'notice' | 'commend';

const partsOf = (edition: PlayedEdition): readonly Part[] =>
  [...edition.unitDecisions].map(([unit, { partId }]) => ({ unit, partId }));

/** The unit that does not publish in time. */
const lateOf = (edition: PlayedEdition): Part | undefined => partsOf(edition).at(-1);

/** Whether officers of units make known themselves what they decided. */
const isUnits = ({ compiled: { calendar, parties } }: PlayedEdition, how: Act): boolean => {
  const decides = calendar.findIndex(({ act }) => act === 'decide');
  return calendar
    .slice(decides)
    .some(({ act, by }) => act === how && by.some((one) => parties[one]?.role === 'unit-officer'));
};

/** Whether the office above may have to publish for a unit. */
export const unitsPublish = (edition: PlayedEdition): boolean => isUnits(edition, 'notice');

const makerOf = (edition: PlayedEdition, how: Act, unit: string): string =>
  isUnits(edition, how) ? `${unit}-officer` : FIRST_OFFICER;

/** Nobody publishes another unit's part, and the office above none before its unit is late. */
const refuseOthers = async (edition: PlayedEdition, { partId }: Part): Promise<void> => {
  const path = `/v1/rounds/${partId}/proposal-notice`;
  const [other] = partsOf(edition);
  const asked = { method: 'POST', path, body: { superiorReason: WHY } } as const;
  await expectRefusal(edition.play.as(FIRST_OFFICER), 'UNIT_MAKES_KNOWN', { ...asked, key: edition.key('early') });
  if (other !== undefined && other.partId !== partId)
    await expectRefusal(edition.play.as(`${other.unit}-officer`), 'WRONG_SUBTREE', {
      ...asked,
      key: edition.key('other'),
    });
};

/** Each unit publishes whom it proposes; where units do it themselves, one of them is late. */
export const publishByUnits = async (edition: PlayedEdition): Promise<void> => {
  const late = isUnits(edition, 'notice') ? lateOf(edition) : undefined;
  for (const part of partsOf(edition))
    if (part.partId !== late?.partId)
      await edition.order(makerOf(edition, 'notice', part.unit), `/v1/rounds/${part.partId}/proposal-notice`);
  if (late !== undefined) await refuseOthers(edition, late);
};

/** Once the stage is over the office above publishes for the unit that did not, and says why. */
export const publishForLate = async (edition: PlayedEdition): Promise<void> => {
  const late = isUnits(edition, 'notice') ? lateOf(edition) : undefined;
  if (late === undefined) return;
  const path = `/v1/rounds/${late.partId}`;
  await edition.order(FIRST_OFFICER, `${path}/proposal-notice`, { superiorReason: WHY });
  const { decisions } = await edition.get<{ decisions: readonly Readonly<{ noticeReason: string | null }>[] }>(
    FIRST_OFFICER,
    `${path}/decisions`,
  );
  if (!decisions.some(({ noticeReason }) => noticeReason === WHY))
    throw new Error(`${edition.name}: nobody can read why the office published for ${late.unit}`);
};

type Awards = Readonly<{ awards: Readonly<{ entries: readonly Readonly<{ entryId: string }>[] }> }>;

const awardedIn = async (edition: PlayedEdition, id: string): Promise<readonly string[]> =>
  (await edition.get<Awards>(FIRST_OFFICER, `/v1/rounds/${id}/awards`)).awards.entries.map(({ entryId }) => entryId);

/** What all units have made known is told in one answer, and each circular stands for itself. */
const compareAwards = async (edition: PlayedEdition, roundId: string): Promise<void> => {
  const parts = partsOf(edition);
  const single = (await Promise.all(parts.map(({ partId }) => awardedIn(edition, partId)))).flat();
  const all = await awardedIn(edition, roundId);
  if (single.toSorted().join() !== all.toSorted().join())
    throw new Error(`${edition.name}: the awards of all units are not those of each`);
  const { status } = await edition.get<Readonly<{ status: string }>>(FIRST_OFFICER, `/v1/rounds/${roundId}`);
  if (status !== 'commended') throw new Error(`${edition.name}: every unit has commended, and the round is ${status}`);
};

/** Each unit's circular; until when one of them has to wait, or undefined once all are issued. */
export const commendByUnits = async (edition: PlayedEdition, roundId: string): Promise<string | undefined> => {
  const waits: string[] = [];
  for (const { unit, partId } of partsOf(edition)) {
    const by = makerOf(edition, 'commend', unit);
    try {
      await edition.play.as(by).order({
        path: `/v1/rounds/${partId}/circular`,
        body: { documentNumber: `示机关党发〔${edition.year}〕${edition.name} ${unit}（虚构）` },
        key: edition.key(`circular ${unit}`),
      });
    } catch (error) {
      if (!(error instanceof UnexpectedAnswer) || error.problem.reason !== 'NOTICE_RUNNING') throw error;
      waits.push(String(error.problem.details?.['endsAt']));
    }
  }
  const until = waits.toSorted().at(-1);
  if (until !== undefined) return until;
  await compareAwards(edition, roundId);
  edition.commended = true;
  return undefined;
};
