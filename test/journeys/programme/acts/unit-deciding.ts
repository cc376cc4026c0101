import { createHash } from 'node:crypto';
import type { CompiledTemplate } from '@jiangong/programmes';
import type { PlayedEdition } from '../edition.ts';

type Parts = Readonly<{ parts: readonly Readonly<{ partId: string; unitId: string; entries: number }>[] }>;
type Decided = Readonly<{
  decisions: readonly Readonly<{ decisionId: string; state: string; awards: unknown }>[];
}>;

/** Beside its officer a unit has these where units decide: a body is of several. */
export const deputiesOf = (unit: string): readonly string[] => [`${unit}-deputy-1`, `${unit}-deputy-2`];

const bodyOf = (unit: string): readonly string[] => [`${unit}-officer`, ...deputiesOf(unit)];

export const decidesByUnits = ({ calendar, parties }: CompiledTemplate): boolean =>
  calendar.some(({ act, by }) => act === 'decide' && by.some((party) => parties[party]?.role === 'unit-officer'));

/** Each unit's officers decide over its own part, read by themselves: nobody of another unit's is in what they are shown. */
export const decideByUnits = async (edition: PlayedEdition, roundId: string, today: string): Promise<void> => {
  const { play, year } = edition;
  const unitOf = new Map(play.world.units.map(({ code }) => [play.organization(code), code]));
  const own = new Map(edition.entries.map(({ entryId, unit }) => [entryId, unit]));
  for (const unit of new Set(own.values())) {
    const [first = '', ...others] = bodyOf(unit);
    const { parts } = await edition.get<Parts>(first, `/v1/rounds/${roundId}/parts`);
    const [part] = parts;
    if (part === undefined || parts.length > 1 || unitOf.get(part.unitId) !== unit)
      throw new Error(`${edition.name}: ${first} is shown other parts than the own one`);
    const path = `/v1/rounds/${part.partId}`;
    const { resultHash, ranking } = await edition.get<
      Readonly<{ resultHash: string; ranking: readonly Readonly<{ entryId: string }>[] }>
    >(first, `${path}/result`);
    if (ranking.some(({ entryId }) => own.get(entryId) !== unit))
      throw new Error(`${edition.name}: ${first} is shown the score of another unit`);
    const minutesNumber = `示机关党委纪要〔${year}〕${edition.name} ${unit}`;
    const { decisionId } = await edition.order<{ decisionId: string }>(first, `${path}/minutes`, {
      ...{ resultHash, minutesNumber, meetingOn: today, departures: [], choices: [] },
      present: [first, ...others].map((person) => play.person(person)),
      file: createHash('sha256').update(minutesNumber).digest('hex'),
    });
    let isInForce = false;
    for (const person of [first, ...others]) {
      if (isInForce) break;
      ({ inForce: isInForce } = await edition.order<{ inForce: boolean }>(
        person,
        `${path}/decisions/${decisionId}/attestations`,
      ));
    }
    edition.unitDecisions.set(unit, { partId: part.partId, decisionId });
  }
};

/** What units decided, unit by unit. */
export const unitsDecided = async <T>(
  edition: PlayedEdition,
  by: string,
): Promise<readonly Readonly<{ unit: string; awards: T }>[]> => {
  const found: { unit: string; awards: T }[] = [];
  for (const [unit, { partId, decisionId }] of edition.unitDecisions) {
    const { decisions } = await edition.get<Decided>(by, `/v1/rounds/${partId}/decisions`);
    const one = decisions.find((decision) => decision.decisionId === decisionId);
    if (one?.state !== 'in-force' && one?.state !== 'commended')
      throw new Error(`${edition.name}: what ${unit} decided is not in force`);
    found.push({ unit, awards: one.awards as T });
  }
  return found;
};
