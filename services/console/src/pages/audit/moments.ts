type Dated = Readonly<{ occurredAt: string }>;

/**
 * The moments at which replay can stop, in their order, each once. What one order stored happened in one moment, and of two orders that came
 * at once the later stored may say the earlier moment: replay goes on to the first fact that is later, so only a moment later than
 * all before it is a step.
 */
export const momentsOf = (events: readonly Dated[]): readonly string[] => {
  const moments: string[] = [];
  for (const { occurredAt } of events)
    if (moments.length === 0 || Date.parse(occurredAt) > Date.parse(moments.at(-1) ?? '')) moments.push(occurredAt);
  return moments;
};

/** The place of the last moment that is not after this one, in milliseconds; -1 before the first. */
export const reachedAt = (moments: readonly string[], until: number): number =>
  moments.findLastIndex((moment) => Date.parse(moment) <= until);

/** What replay gives up to a moment, it included: it ends before the first fact that is later, as the platform's own replay does. */
export const upTo = <E extends Dated>(events: readonly E[], until: number): readonly E[] => {
  const end = events.findIndex(({ occurredAt }) => Date.parse(occurredAt) > until);
  return end < 0 ? events : events.slice(0, end);
};
