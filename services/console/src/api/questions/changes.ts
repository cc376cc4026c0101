import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../client.ts';

const ALL = 200;
const CHANGES = /^EntryRevised\./u;

/** Who changed a project's plan last, and when; null where nobody has. */
export const lastChange = (entryId: string) =>
  queryOptions({
    queryKey: ['entry', entryId, 'last-change'],
    queryFn: async (): Promise<Schemas['HistoryEntry'] | null> => {
      const { items } = await answerOf(
        api.GET('/v1/entries/{entryId}/history', { params: { path: { entryId }, query: { pageSize: ALL } } }),
      );
      return items.findLast(({ type }) => CHANGES.test(type)) ?? null;
    },
  });
