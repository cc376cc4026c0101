import { createHash } from 'node:crypto';
import type { CompiledTemplate } from '@jiangong/programmes';
import { expectRefusal } from '../../demo/play/expect-refusal.ts';
import type { SampleUnit } from '../../demo/world/sample-units.ts';
import type { PlayedEdition } from '../edition.ts';
import { deputiesOf } from './unit-deciding.ts';

type Choice = Readonly<{ rule: string; entryIds: readonly string[]; reason: string }>;
type Body = Readonly<{ members: readonly Readonly<{ personId: string }>[] }>;
type Parts = Readonly<{ parts: readonly Readonly<{ partId: string; unitId: string }>[] }>;
type Result = Readonly<{ resultHash: string; ranking: readonly Readonly<{ entryId: string }>[] }>;
type Work = Readonly<{ items: readonly Readonly<{ kind: string; subject: Readonly<{ id: string }> }>[] }>;

const WHY_ABOVE = '该党支部到会人数达不到法定人数，由机关党委代为研究（虚构）。';

/** Whether branches decide, each by the meeting of its members. */
export const decidesByMeetings = ({ calendar, parties }: CompiledTemplate): boolean =>
  calendar.some(({ act, by }) => act === 'decide' && by.some((party) => parties[party]?.role === 'member'));

/** Whether a branch's secretary puts forward whom its meeting recommends. */
export const secretariesPutForward = ({ compiled: { calendar, parties } }: PlayedEdition): boolean =>
  calendar.some(
    ({ act, by }) => act === 'put-forward' && by.some((party) => parties[party]?.role === 'branch-secretary'),
  );

/** The unit whose branch has too few members to decide. */
export const isTooSmall = (units: readonly SampleUnit[], unit: string): boolean => units.at(-1)?.code === unit;

export const secretaryOf = (unit: string): string => `${unit}-secretary`;

export const branchOf = ({ play }: PlayedEdition, unit: string): string =>
  play.organization(play.world.units.find(({ code }) => code === unit)?.branches[0]?.code ?? unit);

type Met = Readonly<{
  edition: PlayedEdition;
  unit: string;
  partId: string;
  today: string;
  choices: readonly Choice[];
}>;

/** Who writes down what was decided, who was there, and why it was not the branch, where it was not. */
const meetingOf = ({ edition, unit }: Met) => {
  const { play } = edition;
  const small = isTooSmall(play.world.units, unit);
  const unitBody = [`${unit}-officer`, ...deputiesOf(unit)];
  const enrolled = play.world.people.filter(({ grants }) =>
    grants.some(
      ({ role, organization }) => role === 'member' && play.organization(organization) === branchOf(edition, unit),
    ),
  );
  const members = [...new Set([secretaryOf(unit), ...enrolled.map(({ code }) => code)])];
  return small
    ? { by: unitBody[0] ?? '', present: unitBody, above: { superior: true, superiorReason: WHY_ABOVE } }
    : { by: secretaryOf(unit), present: members, above: {} };
};

const decideInBranch = async (met: Met): Promise<void> => {
  const { edition, unit, partId, today, choices } = met;
  const { play, year } = edition;
  const { by, present, above } = meetingOf(met);
  const path = `/v1/rounds/${partId}`;
  const { resultHash, ranking } = await edition.get<Result>(by, `${path}/result`);
  const own = new Set(edition.entries.filter((entry) => entry.unit === unit).map(({ entryId }) => entryId));
  if (ranking.some(({ entryId }) => !own.has(entryId)))
    throw new Error(`${edition.name}: ${by} is shown the score of another branch`);
  const isAbove = 'superior' in above;
  const { members } = await edition.get<Body>(by, `${path}/body?superior=${isAbove}`);
  const there = present.map((person) => play.person(person));
  if (
    there.toSorted().join() !==
    members
      .map(({ personId }) => personId)
      .toSorted()
      .join()
  )
    throw new Error(`${edition.name}: who decides over ${unit} are others than they should be`);
  const minutesNumber = `支部大会纪要〔${year}〕${edition.name} ${unit}`;
  const minutes = {
    ...{ resultHash, minutesNumber, meetingOn: today, departures: [], present: there },
    file: createHash('sha256').update(minutesNumber).digest('hex'),
    choices: choices
      .map((choice) => ({ ...choice, entryIds: choice.entryIds.filter((entryId) => own.has(entryId)) }))
      .filter(({ entryIds }) => entryIds.length > 0),
  };
  if (isAbove)
    await expectRefusal(play.as(by), 'QUORUM_IMPOSSIBLE', {
      ...{ method: 'POST', path: `${path}/minutes`, body: { ...minutes, present: [] } },
      key: edition.key(`small ${unit}`),
    });
  const { decisionId } = await edition.order<{ decisionId: string }>(by, `${path}/minutes`, { ...minutes, ...above });
  let isInForce = false;
  for (const person of present) {
    if (isInForce) break;
    const attestation = `${path}/decisions/${decisionId}/attestations`;
    ({ inForce: isInForce } = await edition.order<{ inForce: boolean }>(person, attestation));
  }
  edition.unitDecisions.set(unit, { partId, decisionId });
};

/** What waits for a secretary leads him to the part of his own branch, and to no other. */
const partOf = async (edition: PlayedEdition, unit: string, parts: ReadonlyMap<string, string>): Promise<string> => {
  const partId = parts.get(branchOf(edition, unit)) ?? '';
  const { items } = await edition.get<Work>(secretaryOf(unit), '/v1/work');
  const told = items.filter(({ kind }) => kind === 'record-minutes').map(({ subject }) => subject.id);
  if (!told.includes(partId) || told.some((id) => id !== partId && [...parts.values()].includes(id)))
    throw new Error(`${edition.name}: ${unit}'s secretary is not led to the meeting of his branch alone`);
  return partId;
};

/** Each branch's meeting decides over its own members; nobody of another branch has any part in it. */
export const decideByMeetings = async (
  edition: PlayedEdition,
  { roundId, today, choices }: Readonly<{ roundId: string; today: string; choices: readonly Choice[] }>,
): Promise<void> => {
  const { parts } = await edition.get<Parts>('officer-1', `/v1/rounds/${roundId}/parts`);
  const byBranch = new Map(parts.map(({ unitId, partId }) => [unitId, partId]));
  const units = [...new Set(edition.entries.map(({ unit }) => unit))];
  if (units.length !== parts.length) throw new Error(`${edition.name}: a branch decides over no part of its own`);
  for (const [at, unit] of units.entries()) {
    const partId = await partOf(edition, unit, byBranch);
    await expectRefusal(edition.play.as(secretaryOf(units[at === 0 ? 1 : 0] ?? '')), 'WRONG_SUBTREE', {
      ...{ method: 'GET', path: `/v1/rounds/${partId}/result` },
    });
    await decideInBranch({ edition, unit, partId, today, choices });
  }
};
