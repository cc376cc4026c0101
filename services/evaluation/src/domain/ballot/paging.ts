import type { BallotSource } from '@jiangong/scoring';
import type { Box, VotingGroup } from './facts.ts';
import {
  BOX_WORDS_MAX,
  BOXES_APART_MAX,
  BOXES_PER_BALLOT_MAX,
  MARKS_PER_PAPER_MAX,
  PLACES_PER_BALLOT_MAX,
} from './limits.ts';
import { isOnPapers, placesOn } from './papers.ts';
import type { BallotRefusal } from './refusals.ts';
import type { BallotRules } from './rules.ts';
import type { SetupBallot } from './state.ts';

/** A box as it is to be, before it has a key. */
export type BoxPlan = Pick<Box, 'entryId' | 'entryIds' | 'groups'>;

/** An entry, whoever votes about it: entries with the same voters may stand on one paper. `groups`: one box each; none named: one box. */
export type VotedUpon = Readonly<{ entryId: string; alike: string; groups: readonly (readonly VotingGroup[])[] }>;

type Asked = Pick<SetupBallot, 'questions' | 'fullAtMost' | 'pickAtMost'>;

/** What a ballot asks beyond one level about each entry. */
export const askedBy = ({ fullAtMost, pickAtMost }: BallotRules, { questions }: BallotSource): Asked => ({
  ...(questions === undefined ? {} : { questions }),
  ...(fullAtMost === undefined ? {} : { fullAtMost }),
  ...(pickAtMost === undefined ? {} : { pickAtMost }),
});

const boxesOn = (groups: VotedUpon['groups'], about: Pick<BoxPlan, 'entryId' | 'entryIds'>): readonly BoxPlan[] =>
  groups.length === 0 ? [about] : groups.map((one) => ({ ...about, groups: one }));

/** As many pages as are needed, of about as many entries each. */
const pagesOf = (entryIds: readonly string[], perPage: number): readonly (readonly string[])[] => {
  const size = Math.ceil(entryIds.length / Math.ceil(entryIds.length / perPage));
  return Array.from({ length: Math.ceil(entryIds.length / size) }, (_, at) =>
    entryIds.slice(at * size, (at + 1) * size),
  );
};

/**
 * A box an entry and group as long as there are few; beyond that entries with the same voters stand together on papers of as many answers as
 * one may have. Each voter has the papers of all that he votes about, and collects their tokens at once: one turnout.
 */
export const boxesOrPages = (entries: readonly VotedUpon[], questions: number): readonly BoxPlan[] => {
  const apart = entries.flatMap(({ entryId, groups }) => boxesOn(groups, { entryId }));
  if (apart.length <= BOXES_APART_MAX) return apart;
  const perPage = Math.max(1, Math.floor(MARKS_PER_PAPER_MAX / Math.max(1, questions)));
  const together = new Map<string, VotedUpon[]>();
  for (const entry of entries) together.set(entry.alike, [...(together.get(entry.alike) ?? []), entry]);
  return [...together.values()].flatMap((alike) =>
    pagesOf(
      alike.map(({ entryId }) => entryId),
      perPage,
    ).flatMap((entryIds) => boxesOn(alike[0]?.groups ?? [], { entryId: entryIds[0] ?? '', entryIds })),
  );
};

const tooMany = (details: Readonly<Record<string, number>>): BallotRefusal => ({
  ...{ reason: 'TOO_MANY_BOXES', field: 'roundId', details },
});

/** Why so many boxes are no ballot; undefined: they are one, whose facts can be stored, with its opening, however it is voted. */
export const beyondBallot = (asked: Asked, boxes: readonly BoxPlan[]): BallotRefusal | undefined => {
  if (boxes.length > BOXES_PER_BALLOT_MAX) return tooMany({ boxesMax: BOXES_PER_BALLOT_MAX });
  const places = boxes.map((box) => placesOn(asked, box).length);
  if (places.some((count) => count > MARKS_PER_PAPER_MAX)) return tooMany({ marksMax: MARKS_PER_PAPER_MAX });
  const all = places.reduce((sum, count) => sum + count, 0);
  if (isOnPapers({ ...asked, boxes }) && all > PLACES_PER_BALLOT_MAX)
    return tooMany({ answersMax: PLACES_PER_BALLOT_MAX });
  const words = boxes.map(({ entryIds, groups }) => JSON.stringify([entryIds, groups]).length);
  return words.reduce((sum, count) => sum + count, 0) > BOX_WORDS_MAX
    ? tooMany({ wordsMax: BOX_WORDS_MAX })
    : undefined;
};
