/**
 * The moments at which something happened, in their order, each once. What one order stored happened in one moment: the slider steps over
 * moments, for between the facts of one moment replay knows no time at which it could stop.
 */
export const momentsOf = (events: readonly Readonly<{ occurredAt: string }>[]): readonly string[] => {
  const moments: string[] = [];
  for (const { occurredAt } of events)
    if (moments.length === 0 || Date.parse(occurredAt) !== Date.parse(moments.at(-1) ?? '')) moments.push(occurredAt);
  return moments;
};

/** The place of the last moment that is not after this one, in milliseconds; -1 before the first. */
export const reachedAt = (moments: readonly string[], until: number): number =>
  moments.findLastIndex((moment) => Date.parse(moment) <= until);
