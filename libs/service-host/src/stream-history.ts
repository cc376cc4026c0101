import type { EventStore, StoredEvent } from '@jiangong/event-store';
import { isPosition, type PageRequest, pagesOf } from './paging.ts';

/** Events read at once while a page is filled: some of them may not be told. */
const EVENTS_AT_ONCE = 500;

export type HistoryChange = Readonly<{ field: string; stageId: string; before: string; after: string }>;

/** What an event is told as. `about`: what it is about besides, for a name. */
export type ToldFact = Readonly<{
  zh: string;
  en: string;
  about?: Readonly<{ kind: 'organization' | 'person' | 'entry'; id: string }> | undefined;
  changes?: readonly HistoryChange[];
  why?: string;
}>;

/** One thing that happened, as `jiangong.history.v1` carries it. */
export type HistoryItem = {
  eventId: string;
  type: string;
  occurredAt: string;
  actorKind: string;
  actorId: string;
  actorRole: string;
  zh: string;
  en: string;
  aboutKind: string;
  aboutId: string;
  why: string;
  revision: number;
  changes: { field: string; stageId: string; before: string; after: string }[];
};

export type HistoryPage = { items: HistoryItem[]; nextPageToken: string };

/** Nobody is told who inspected, or whom the law protects: the role alone. */
const actorIdOf = ({ entry: { actor } }: StoredEvent): string =>
  actor.kind === 'protected' || actor.role === 'discipline-inspector' ? '' : (actor.id ?? '');

export const historyItem = (event: StoredEvent, told: ToldFact): HistoryItem => {
  const { eventId, type, occurredAt, actor } = event.entry;
  return {
    ...{ eventId, type: type.replace(/\.v\d+$/u, ''), occurredAt, revision: event.revision },
    ...{ actorKind: actor.kind, actorId: actorIdOf(event), actorRole: actor.role ?? '' },
    ...{ zh: told.zh, en: told.en, why: told.why ?? '' },
    ...{ aboutKind: told.about?.kind ?? '', aboutId: told.about?.id ?? '' },
    changes: (told.changes ?? []).map((change) => ({ ...change })),
  };
};

/**
 * The history of one stream, page by page, the oldest first, read from the stream itself: nothing is behind. `tell` says what an
 * event is told as; undefined: it is not told to whoever may read the thing.
 */
export const historiesOf = (list: string) => {
  const pages = pagesOf(list, isPosition);
  return {
    /** Of what is told already, where telling needs all that was before. */
    pageOf: (request: PageRequest, all: readonly HistoryItem[]): HistoryPage => {
      const asked = pages.asked(request);
      const found = all.filter(({ revision }) => asked.after === undefined || revision > asked.after);
      const { page, nextPageToken } = pages.page(found, asked, ({ revision }) => revision);
      return { items: [...page], nextPageToken };
    },
    of: async (
      store: Pick<EventStore, 'readStream'>,
      stream: string,
      request: PageRequest,
      tell: (event: StoredEvent) => ToldFact | undefined,
    ): Promise<HistoryPage> => {
      const asked = pages.asked(request);
      const found: HistoryItem[] = [];
      for (let from = asked.after === undefined ? 0 : asked.after + 1; found.length <= asked.size;) {
        const range = { fromRevision: from, toRevision: from + EVENTS_AT_ONCE - 1 };
        const events = await store.readStream(stream, range);
        for (const event of events) {
          const told = tell(event);
          if (told) found.push(historyItem(event, told));
        }
        if (events.length < EVENTS_AT_ONCE) break;
        from += EVENTS_AT_ONCE;
      }
      const { page, nextPageToken } = pages.page(found, asked, ({ revision }) => revision);
      return { items: [...page], nextPageToken };
    },
  };
};
