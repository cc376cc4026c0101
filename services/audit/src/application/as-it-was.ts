/** Up to where a stream is replayed; both absent: to its end. */
export type UpTo = Readonly<{ throughRevision?: number; at?: string }>;

type Dated = Readonly<{ revision: number; entry: Readonly<{ occurredAt: string }> }>;

/** The beginning of a stream up to a revision and a moment, both included. It ends before the first event that is later. */
export const asItWas = <E extends Dated>(events: readonly E[], { throughRevision, at }: UpTo): readonly E[] => {
  const end = events.findIndex(
    ({ revision, entry }) =>
      (throughRevision !== undefined && revision > throughRevision) || (at !== undefined && entry.occurredAt > at),
  );
  return end < 0 ? events : events.slice(0, end);
};
