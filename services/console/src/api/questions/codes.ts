import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';

/** What an office handed out, the newest first: batches, and never the codes. */
export const codeBatches = (editionId: string) =>
  queryOptions({
    queryKey: ['editions', 'codes', editionId],
    queryFn: async () => answerOf(api.GET('/v1/editions/{editionId}/codes', { params: { path: { editionId } } })),
  });
