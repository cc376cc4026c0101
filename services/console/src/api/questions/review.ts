import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../client.ts';
import { under } from '../order.ts';
import { given, paged, ROWS } from './asked.ts';

export const edition = (editionId: string) =>
  queryOptions({
    queryKey: ['editions', 'one', editionId],
    queryFn: async () => answerOf(api.GET('/v1/editions/{editionId}', { params: { path: { editionId } } })),
  });

const ofEntry = (entryId: string, key: string) => ({ params: { path: { entryId }, header: under(key) } });
const ofEdition = (editionId: string, key: string) => ({ params: { path: { editionId }, header: under(key) } });

export type Reviewed = Schemas['PostV1EntriesByEntryIdReviewBody'];
export const sendReview = async (entryId: string, body: Reviewed, key: string) =>
  answerOf(api.POST('/v1/entries/{entryId}/review', { ...ofEntry(entryId, key), body }));

export type Returned = Schemas['PostV1EntriesByEntryIdReturnBody'];
export const sendReturn = async (entryId: string, body: Returned, key: string) =>
  answerOf(api.POST('/v1/entries/{entryId}/return', { ...ofEntry(entryId, key), body }));

export type Proposed = Schemas['PostV1EntriesByEntryIdProposalsBody'];
export const sendProposal = async (entryId: string, body: Proposed, key: string) =>
  answerOf(api.POST('/v1/entries/{entryId}/proposals', { ...ofEntry(entryId, key), body }));

export type Scope = Schemas['ClearanceLine']['scopes'][number];
/** What an officer does to several entries at once. */
export type Batch = Readonly<{
  act: 'passed-reviews' | 'clearance-requests' | 'publications';
  entryIds: readonly string[];
  /** The check-list, for reviews. */
  items: readonly string[];
  /** What discipline inspection is asked about. */
  scopes: readonly Scope[];
}>;

export const sendBatch = async (
  editionId: string,
  { act, items, scopes, ...asked }: Batch,
  dryRun: boolean,
  key: string,
): Promise<Schemas['BatchAnswer']> => {
  const entryIds = [...asked.entryIds];
  const at = ofEdition(editionId, key);
  if (act === 'passed-reviews')
    return answerOf(
      api.POST('/v1/editions/{editionId}/passed-reviews', { ...at, body: { entryIds, dryRun, items: [...items] } }),
    );
  if (act === 'clearance-requests')
    return answerOf(
      api.POST('/v1/editions/{editionId}/clearance-requests', {
        ...at,
        body: { entryIds, dryRun, scopes: [...scopes] },
      }),
    );
  return answerOf(api.POST('/v1/editions/{editionId}/publications', { ...at, body: { entryIds, dryRun } }));
};

type ClearanceQuery = { organizationId: string; editionId: string; state?: string };
export const clearances = (search: ClearanceQuery) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['entries', 'clearances', search],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/clearances', {
          params: {
            query: {
              ...given<ClearanceQuery>(search),
              pageSize: ROWS,
              ...(pageParam === undefined ? {} : { pageToken: pageParam }),
            },
          },
        }),
      ),
  });

/** What discipline inspection said of an entry. Whoever asks is recorded: it is asked once, when somebody says so. */
export const clearanceOf = (entryId: string, enabled: boolean) =>
  queryOptions({
    queryKey: ['clearance', entryId],
    enabled,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    queryFn: async () => answerOf(api.GET('/v1/entries/{entryId}/clearance', { params: { path: { entryId } } })),
  });

export type Cleared = Schemas['PostV1EntriesByEntryIdClearanceBody'];
export const sendClearance = async (entryId: string, body: Cleared, key: string) =>
  answerOf(api.POST('/v1/entries/{entryId}/clearance', { ...ofEntry(entryId, key), body }));

export type Blocked = Schemas['PostV1EntriesByEntryIdBlockBody'];
export const sendBlock = async (entryId: string, body: Blocked, key: string) =>
  answerOf(api.POST('/v1/entries/{entryId}/block', { ...ofEntry(entryId, key), body }));
export const sendLifting = async (entryId: string, body: Blocked, key: string) =>
  answerOf(api.POST('/v1/entries/{entryId}/lift-block', { ...ofEntry(entryId, key), body }));
