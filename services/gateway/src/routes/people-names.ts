import { MembershipServiceService } from '@jiangong/contracts/jiangong/membership/v1/membership_service';
import type { RouteOutlet } from './route.ts';

/** The service takes so many people in one question. */
const PEOPLE_IN_ONE_CALL_MAX = 200;

/** The names of people, as far as whoever asks may learn them. */
export const peopleNames = async (
  outlet: RouteOutlet,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const parts = Array.from({ length: Math.ceil(ids.length / PEOPLE_IN_ONE_CALL_MAX) }, (_, at) =>
    ids.slice(at * PEOPLE_IN_ONE_CALL_MAX, (at + 1) * PEOPLE_IN_ONE_CALL_MAX),
  );
  const answers = await Promise.all(
    parts.map(async (personIds) =>
      outlet.call('membership', MembershipServiceService.getPeopleNames, { personIds: [...personIds] }),
    ),
  );
  return new Map(answers.flatMap(({ names }) => names.map(({ personId, name }) => [personId, name] as const)));
};
