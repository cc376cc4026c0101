import { isLocalDate, localDateOf } from '@jiangong/calendar';
import { refused } from '@jiangong/service-host';
import { BODY_MAX } from '../domain/decision/limits.ts';
import { type BodyMember, causeOf, type RecusalCause } from '../domain/decision/body.ts';
import { decidedEntries } from '../domain/decision/unit-part.ts';
import type { Decisions } from './decisions.ts';

export type BodyAsked = Readonly<{ roundId: string; meetingOn: string; superior: boolean }>;

export type BodyShown = Readonly<{
  committeeId: string;
  meetingOn: string;
  members: readonly (BodyMember &
    Readonly<{ left: boolean; recused: readonly Readonly<{ entryId: string; cause: RecusalCause }>[] }>)[];
}>;

/**
 * The body over a round or a naming as `RecordMinutes` will take it for that day: whoever is named present must be one of these. Throws
 * `ROUND_NOT_FOUND`, `MEETING_DAY_INVALID`, `NO_SUPERIOR_COMMITTEE`, `BODY_TOO_LARGE`, and what keeps a round from being decided.
 */
export const bodyOnDay =
  ({ ground, known, knowledge, find }: Decisions) =>
  async ({ roundId, meetingOn, superior }: BodyAsked): Promise<BodyShown> => {
    const found = await find(roundId);
    if (found.kind === 'absent') throw refused({ reason: 'ROUND_NOT_FOUND', field: 'roundId' });
    if (found.kind === 'refused') throw refused(found.refusal);
    const { decidable } = found;
    const day = meetingOn === '' ? localDateOf(ground.clock.now()) : meetingOn;
    if (!isLocalDate(day)) throw refused({ reason: 'MEETING_DAY_INVALID', field: 'meetingOn' });
    const committeeId = superior
      ? await known.superiorOf(decidable.committeeId, { day, least: decidable.party.least })
      : decidable.committeeId;
    if (committeeId === undefined) throw refused({ reason: 'NO_SUPERIOR_COMMITTEE', field: 'superior' });
    const members = await known.bodyOn(committeeId, day);
    if (members.length > BODY_MAX) throw refused({ reason: 'BODY_TOO_LARGE', details: { bodyMax: BODY_MAX } });
    const gone = new Set(await knowledge.left(members.map(({ personId }) => personId)));
    return {
      committeeId,
      meetingOn: day,
      members: members.map((member) => ({
        ...member,
        left: gone.has(member.personId),
        recused: decidedEntries(decidable, committeeId).flatMap((entry) => {
          const cause = causeOf(member, entry, decidable.party.recuse);
          return cause === null ? [] : [{ entryId: entry.entryId, cause }];
        }),
      })),
    };
  };
