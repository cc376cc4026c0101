import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';

/** What happened to one's own way in, until it was seen. */
export const signInNotices = queryOptions({
  queryKey: ['account', 'notices'],
  queryFn: async () => answerOf(api.GET('/v1/me/sign-in-notices')),
});

/** Refused where passwords are kept by an issuer outside: then these are its matter. */
export const secondFactor = queryOptions({
  queryKey: ['account', 'second-factor'],
  queryFn: async () => answerOf(api.GET('/v1/me/second-factor')),
});

export const mailBox = queryOptions({
  queryKey: ['account', 'mail'],
  queryFn: async () => answerOf(api.GET('/v1/me/mail')),
});

const LATEST = 10;

export const ownDeliveries = queryOptions({
  queryKey: ['account', 'deliveries'],
  queryFn: async () =>
    answerOf(api.GET('/v1/me/deliveries', { params: { query: { sort: '-created', pageSize: LATEST } } })),
});
