import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { endOfDay, startOfDay } from '../../components/dates.ts';
import type { AuditSearch, ReadsSearch } from '../../searches/audit.ts';
import { answerOf, api } from '../client.ts';
import { given, paged, ROWS } from './asked.ts';

const moment = (day: string | undefined, of: (day: string) => string): string | undefined =>
  day === undefined ? undefined : of(day);

/** The same part of the log, as the list and the histogram ask for it. */
const partOf = ({ organization, type, role, stream, from, to }: AuditSearch) => ({
  organization,
  type,
  actorRole: role,
  stream,
  occurredFrom: moment(from, startOfDay),
  occurredBefore: moment(to, endOfDay),
});

export const auditEvents = (search: AuditSearch) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['audit', 'events', search],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/audit/events', {
          params: {
            query: given({
              ...partOf(search),
              traceId: search.trace,
              correlationId: search.correlation,
              newestFirst: 'true' as const,
              pageSize: ROWS,
              pageToken: pageParam,
            }),
          },
        }),
      ),
  });

export type Step = 'hour' | 'day' | 'month';

export const auditHistogram = (search: AuditSearch, period: Readonly<{ from: string; to: string; by: Step }>) =>
  queryOptions({
    queryKey: ['audit', 'histogram', search, period],
    queryFn: async () =>
      answerOf(
        api.GET('/v1/audit/histogram', {
          params: {
            query: {
              ...given(partOf(search)),
              by: period.by,
              occurredFrom: startOfDay(period.from),
              occurredBefore: endOfDay(period.to),
            },
          },
        }),
      ),
  });

/** Events of a stream that are loaded at once; the slider walks over what is loaded. */
const REPLAYED = 200;

export const auditStream = (stream: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['audit', 'stream', stream],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/audit/streams/{stream}', {
          params: { path: { stream }, query: given({ pageSize: REPLAYED, pageToken: pageParam }) },
        }),
      ),
  });

export const auditReads = ({ q, about, role, classified, from, to }: ReadsSearch) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['audit', 'reads', { q, about, role, classified, from, to }],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/audit/reads', {
          params: {
            query: given({
              q,
              about,
              readerRole: role,
              classified,
              readFrom: moment(from, startOfDay),
              readBefore: moment(to, endOfDay),
              sort: '-read-at' as const,
              pageSize: ROWS,
              pageToken: pageParam,
            }),
          },
        }),
      ),
  });
