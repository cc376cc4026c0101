import { covers } from '@jiangong/access';
import { type LocalDate, startOfDay } from '@jiangong/calendar';
import type { OfficeKnown } from '../domain/needs/answers.ts';
import type { OffRoll, OnRoll } from '../domain/roll/facts.ts';
import type { FoundOnRoll } from '../domain/roll/needs.ts';
import type { AskedRoll } from '../domain/programme.ts';
import type { OrganizationOnADay } from './ports.ts';

/** Of what came to its end long before the day nobody asks why it is not on the roll. */
const ENDED_LATELY_DAYS = 366;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Who stands on a roll by what is known now, and who of the same kinds does not; with what each organization is called, and of office-holders
 * in which of them each holds his office.
 */
export type Found = FoundOnRoll & Readonly<{ names: ReadonlyMap<string, string>; held?: ReadonlyMap<string, HeldOn> }>;

/** In which organization whoever stands on the roll holds his office, and since when. */
export type HeldOn = OfficeKnown & Readonly<{ organizationId: string }>;

/** Under the unit that it belongs to; what stands in no unit stands for itself. */
export const placeOf = ({ id, unitId }: OrganizationOnADay): Pick<OnRoll, 'nominatorId' | 'homeId'> => ({
  nominatorId: unitId ?? id,
  homeId: unitId ?? id,
});

/** Somewhere below the committee, as the tree of that day had it. */
export const isBelow = (one: OrganizationOnADay, committee: Pick<OrganizationOnADay, 'id' | 'path'>): boolean =>
  one.id !== committee.id && covers(committee.path, one.path);

/** From the day of its founding on, and on the day of its end no more. */
export const missed = ({ foundedOn, endedAt }: OrganizationOnADay, asOf: LocalDate): OffRoll['reason'] | undefined => {
  if (foundedOn > asOf) return 'founded-later';
  return endedAt !== null && endedAt <= startOfDay(asOf) ? 'ended-before' : undefined;
};

const isOfInterest = ({ endedAt }: OrganizationOnADay, asOf: LocalDate): boolean =>
  endedAt === null || Date.parse(startOfDay(asOf)) - Date.parse(endedAt) <= ENDED_LATELY_DAYS * DAY_MS;

export const foundOn = (
  all: readonly OrganizationOnADay[],
  { asOf, wholes }: AskedRoll,
  committee: Pick<OrganizationOnADay, 'id' | 'path'>,
): Omit<Found, 'known' | 'knownTo'> => {
  const below = all.filter((one) => isBelow(one, committee));
  const of = wholes.flatMap(({ trackId, kinds }) =>
    below.filter(({ kind }) => kinds.includes(kind)).map((one) => ({ trackId, one, reason: missed(one, asOf) })),
  );
  return {
    on: of
      .filter(({ reason }) => reason === undefined)
      .map(({ trackId, one }) => ({ trackId, subjectId: one.id, ...placeOf(one) })),
    off: of.flatMap(({ trackId, one, reason }) =>
      reason !== undefined && isOfInterest(one, asOf) ? [{ trackId, subjectId: one.id, reason }] : [],
    ),
    names: new Map(below.map(({ id, name }) => [id, name])),
  };
};
