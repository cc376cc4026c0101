import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';
import { given, ROWS } from './asked.ts';

const ofRound = (roundId: string) => ({ params: { path: { roundId } } });

export const result = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'result'],
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/result', ofRound(roundId))),
  });

export const entrySteps = (roundId: string, entryId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'result', entryId],
    queryFn: async () =>
      answerOf(api.GET('/v1/rounds/{roundId}/result/entries/{entryId}', { params: { path: { roundId, entryId } } })),
  });

/** Whom the decision in force recommends upwards. */
export const recommendations = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'recommendations'],
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/recommendations', ofRound(roundId))),
  });

/** What is assumed: seats and entries left out, parameters `name:value`, each list with commas between. */
export type Assumed = Readonly<{
  withoutSeats?: string | undefined;
  withoutEntries?: string | undefined;
  parameters?: string | undefined;
}>;

/** Without assumptions it tells what the rules give by the result as it is. */
export const whatIf = (roundId: string, assumed: Assumed) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'what-if', assumed],
    queryFn: async () =>
      answerOf(
        api.GET('/v1/rounds/{roundId}/what-if', {
          params: {
            path: { roundId },
            query: given<{ withoutSeats: string; withoutEntries: string; parameters: string }>(assumed),
          },
        }),
      ),
  });

export const decisions = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'decisions'],
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/decisions', ofRound(roundId))),
  });

/** What rules of awards ask beside the result. Its reading is recorded, so it is not asked for again because a window was left and entered. */
export const factAnswers = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'facts'],
    refetchOnWindowFocus: false,
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/facts', ofRound(roundId))),
  });

export const bodyOn = (roundId: string, meetingOn: string | undefined, superior: boolean) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'body', meetingOn ?? '', superior],
    queryFn: async () =>
      answerOf(
        api.GET('/v1/rounds/{roundId}/body', {
          params: {
            path: { roundId },
            query: { ...(meetingOn === undefined ? {} : { meetingOn }), ...(superior ? { superior: 'true' } : {}) },
          },
        }),
      ),
  });

export const circular = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'circular'],
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/circular', ofRound(roundId))),
  });

export const awards = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'awards'],
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/awards', ofRound(roundId))),
  });

export const documents = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'documents'],
    queryFn: async () =>
      answerOf(
        api.GET('/v1/rounds/{roundId}/documents', {
          params: { path: { roundId }, query: { sort: '-made', pageSize: ROWS } },
        }),
      ),
  });
