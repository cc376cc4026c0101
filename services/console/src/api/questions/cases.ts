import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../client.ts';
import { under } from '../order.ts';
import { given, paged, ROWS } from './asked.ts';

type CaseQuery = { organizationId: string; editionId: string; status?: string };

/** Objections as they stand: nobody's identity is in them. */
export const objectionSummaries = (search: CaseQuery) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['entries', 'objection-summaries', search],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/objection-summaries', {
          params: {
            query: {
              ...given<CaseQuery>(search),
              pageSize: ROWS,
              ...(pageParam === undefined ? {} : { pageToken: pageParam }),
            },
          },
        }),
      ),
  });

type Case = Pick<Schemas['ObjectionSummary'], 'objectionId' | 'entryId' | 'editionId'>;

/** Who objects and what is said. Whoever asks is recorded: it is asked once, when somebody says so, and kept no longer than it is looked at. */
export const objectionOf = ({ objectionId, entryId, editionId }: Case, organizationId: string, enabled: boolean) =>
  queryOptions({
    queryKey: ['objection', objectionId],
    enabled,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: async () => {
      const { items } = await answerOf(
        api.GET('/v1/objections', { params: { query: { organizationId, editionId, entryId, pageSize: ROWS } } }),
      );
      return { found: items.find((one) => one.objectionId === objectionId) ?? null };
    },
  });

export type Settled = Schemas['PostV1ObjectionsByObjectionIdSettleBody'];
export const sendSettling = async (objectionId: string, body: Settled, key: string) =>
  answerOf(
    api.POST('/v1/objections/{objectionId}/settle', { params: { path: { objectionId }, header: under(key) }, body }),
  );

export const sendReopening = async (
  objectionId: string,
  body: Schemas['PostV1ObjectionsByObjectionIdReopenBody'],
  key: string,
) =>
  answerOf(
    api.POST('/v1/objections/{objectionId}/reopen', { params: { path: { objectionId }, header: under(key) }, body }),
  );

/** What another office proposed about objections. Whoever asks is recorded: it is asked once, when somebody says so. */
export const caseProposals = (editionId: string, enabled: boolean) =>
  queryOptions({
    queryKey: ['case-proposals', editionId],
    enabled,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    queryFn: async () =>
      answerOf(
        api.GET('/v1/editions/{editionId}/proposals', {
          params: { path: { editionId }, query: { act: 'SettleObjection,ReopenObjection', pageSize: ROWS } },
        }),
      ),
  });

export const rejectProposal = async (entryId: string, proposalId: string, why: string, key: string) =>
  answerOf(
    api.POST('/v1/entries/{entryId}/proposals/{proposalId}/reject', {
      params: { path: { entryId, proposalId }, header: under(key) },
      body: { why },
    }),
  );

export const noticePapers = (editionId: string) =>
  queryOptions({
    queryKey: ['public', 'papers', editionId],
    queryFn: async () =>
      answerOf(
        api.GET('/v1/editions/{editionId}/notice-papers', {
          params: { path: { editionId }, query: { sort: '-made', pageSize: ROWS } },
        }),
      ),
  });

export type Paper = Schemas['PostV1EditionsByEditionIdNoticePapersBody'];
export const makePaper = async (editionId: string, body: Paper, key: string) =>
  answerOf(
    api.POST('/v1/editions/{editionId}/notice-papers', {
      params: { path: { editionId }, header: under(key) },
      body,
    }),
  );

export type Withdrawn = Schemas['PostV1NoticePapersByPaperIdWithdrawBody'];
export const withdrawPaper = async (paperId: string, body: Withdrawn, key: string) =>
  answerOf(
    api.POST('/v1/notice-papers/{paperId}/withdraw', { params: { path: { paperId }, header: under(key) }, body }),
  );
