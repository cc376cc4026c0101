import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../client.ts';
import { given, paged, ROWS, untilTyped } from './asked.ts';

export type EditionsSearch = Readonly<{
  q?: string | undefined;
  state?: string | undefined;
  year?: string | undefined;
}>;

export const editionList = (search: EditionsSearch) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['editions', 'list', search],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/editions', {
          params: {
            query: { ...given<EditionsSearch>(search), sort: '-year', pageSize: ROWS, pageToken: pageParam } as never,
          },
        }),
      ),
  });

const ofEdition = (editionId: string) => ({ params: { path: { editionId } } });

export const edition = (editionId: string) =>
  queryOptions({
    queryKey: ['editions', 'one', editionId],
    queryFn: async () => answerOf(api.GET('/v1/editions/{editionId}', ofEdition(editionId))),
  });

/** How many projects stand where, below one organization: the counts of a list's first row. */
export const standingsOf = (editionId: string, organizationId: string) =>
  queryOptions({
    queryKey: ['entries', 'standings', editionId, organizationId],
    queryFn: async () =>
      answerOf(api.GET('/v1/entries', { params: { query: { editionId, organizationId, pageSize: 1 } } })),
  });

type Told = 'history' | 'amendments';

export const editionTold = (editionId: string, told: Told) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['editions', 'told', editionId, told],
    queryFn: async ({ pageParam }) => {
      const params = {
        path: { editionId },
        query: { pageSize: ROWS, ...(pageParam === undefined ? {} : { pageToken: pageParam }) },
      };
      return told === 'history'
        ? answerOf(api.GET('/v1/editions/{editionId}/history', { params }))
        : answerOf(api.GET('/v1/editions/{editionId}/amendments', { params }));
    },
  });

export const nextOf = (editionId: string, year?: number) =>
  queryOptions({
    queryKey: ['editions', 'next', editionId, year],
    staleTime: Infinity,
    queryFn: async () =>
      answerOf(
        api.GET('/v1/editions/{editionId}/next', {
          params: { path: { editionId }, query: year === undefined ? {} : { year: String(year) as never } },
        }),
      ),
  });

type Opening = Schemas['EditionOpening'];

/** What opening it would make; the same rules as opening itself, and nothing is stored. What nobody has typed is tried out at once. */
export const previewOf = ({ parameters, stages, ...opening }: Opening, isTyped: boolean) =>
  queryOptions({
    queryKey: ['editions', 'preview', opening, parameters, stages],
    placeholderData: (before: Schemas['EditionPlan'] | undefined) => before,
    queryFn: async ({ signal }: Readonly<{ signal: AbortSignal }>) => {
      if (isTyped) await untilTyped(signal);
      return answerOf(
        api.GET('/v1/edition-preview', {
          params: {
            query: given({
              ...opening,
              parameters: Object.entries(parameters)
                .map(([parameter, value]) => `${parameter}:${value}`)
                .join(','),
              stages: stages.map(({ stageId, opensOn, closesOn }) => `${stageId}:${opensOn}:${closesOn}`).join(','),
            }) as never,
          },
          signal,
        }),
      );
    },
  });

export const proposalsOf = (editionId: string) =>
  queryOptions({
    queryKey: ['editions', 'proposals', editionId],
    queryFn: async () =>
      answerOf(
        api.GET('/v1/editions/{editionId}/proposals', {
          params: { path: { editionId }, query: { sort: '-proposed', pageSize: 200 } },
        }),
      ),
  });

export const holidays = queryOptions({
  queryKey: ['holidays'],
  queryFn: async () => answerOf(api.GET('/v1/holidays')),
});

export const holidayProposals = queryOptions({
  queryKey: ['holidays', 'proposals'],
  queryFn: async () => answerOf(api.GET('/v1/holidays/proposals')),
});

export const calendarOf = (year: number) =>
  queryOptions({
    queryKey: ['holidays', 'calendar', year],
    queryFn: async () =>
      answerOf(api.GET('/v1/calendar/{year}', { params: { path: { year: String(year) as never } } })),
  });

export const unitsFound = (q: string) =>
  queryOptions({
    queryKey: ['organizations', 'units', q],
    queryFn: async () =>
      answerOf(
        api.GET('/v1/organizations', {
          params: { query: { ...(q === '' ? {} : { q }), kind: 'unit', sort: 'place', pageSize: ROWS } },
        }),
      ),
  });
