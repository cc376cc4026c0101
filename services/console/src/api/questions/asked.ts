/** Rows of one page of a list; more are asked for by a button. */
export const ROWS = 50;

export type ListOf<Query> = Readonly<{ [Key in keyof Query]?: Query[Key] | undefined }>;

/** A search without what is not set: the platform refuses empty filters. */
export const given = <Query extends object>(query: ListOf<Query>): Query =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== '')) as Query;

type NextOf = Readonly<{ nextPageToken: string | null }>;

/** What the questions of a list that goes on have in common. */
export const paged = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextPageToken }: NextOf) => nextPageToken ?? undefined,
};

/** So long after the last letter the platform is asked what it thinks of what was typed. */
const PAUSE_MS = 600;

/** Nothing is asked while somebody types: the next letter asks another question, and this one is given up. */
export const untilTyped = async (signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, PAUSE_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
