import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';

/** What the reader, and organizations that he speaks for, promise and deliver on rolls. */
export const myPlans = queryOptions({
  queryKey: ['my-plans'],
  queryFn: async () => answerOf(api.GET('/v1/my-plans')),
});
