import type { EntryCount, OpenedCount, PaperBoxFact } from './facts.ts';

export const COUNT_STANDINGS = ['waiting', 'confirmed', 'contradicted'] as const;
export type CountStanding = (typeof COUNT_STANDINGS)[number];

/** One count: `waiting` for a second person, or settled by one. */
export type Count = Readonly<{
  countId: string;
  entryIds: readonly string[];
  counted: readonly EntryCount[];
  evidence: readonly string[];
  countedBy: string;
  standing: CountStanding;
  settledBy: string | null;
}>;

/** Every count of a box in its order, and what it came to once it is opened. */
export type PaperBox = Readonly<{ counts: readonly Count[]; opened: readonly OpenedCount[] | null }>;

export const UNCOUNTED: PaperBox = { counts: [], opened: null };

/** What stands of an entry: the count that two persons confirmed last. */
export const standingOf = ({ counts }: PaperBox, entryId: string): Count | undefined =>
  counts.findLast(({ standing, entryIds }) => standing === 'confirmed' && entryIds.includes(entryId));

/** Counts of an entry that wait for a second person: one at most. */
export const waitingOf = ({ counts }: PaperBox, entryId: string): Count | undefined =>
  counts.find(({ standing, entryIds }) => standing === 'waiting' && entryIds.includes(entryId));

const settled = (box: PaperBox, countId: string, standing: CountStanding, settledBy: string): PaperBox => ({
  ...box,
  counts: box.counts.map((one) => (one.countId === countId ? { ...one, standing, settledBy } : one)),
});

export const evolvePaperBox = (box: PaperBox, fact: PaperBoxFact): PaperBox => {
  switch (fact.type) {
    case 'PaperCounted.v1': {
      const { countId, entryIds, counted, evidence, countedBy } = fact.data;
      const count: Count = { countId, entryIds, counted, evidence, countedBy, standing: 'waiting', settledBy: null };
      return { ...box, counts: [...box.counts, count] };
    }
    case 'PaperCountConfirmed.v1':
      return settled(box, fact.data.countId, 'confirmed', fact.data.confirmedBy);
    case 'PaperCountContradicted.v1':
      return settled(box, fact.data.countId, 'contradicted', fact.data.contradictedBy);
    case 'PaperBoxOpened.v1':
      return { ...box, opened: fact.data.entries };
  }
};
