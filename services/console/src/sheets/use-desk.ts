import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { me } from '../api/questions/own.ts';
import { isPassing, Refused } from '../api/problem.ts';
import { type Desk, readDesk } from './desk.ts';
import { forgetSheet, keepDesk, keptDesk } from './kept-sheets.ts';

/** `kept`: as this browser had it last, since the platform is not reached. */
export type Found = Readonly<{ desk: Desk; from: 'platform' | 'kept' }>;

const isWritten = ({ status, hindrance }: Desk): boolean => status !== 'submitted' && hindrance === null;

const fromPlatform = async (client: QueryClient, roundId: string): Promise<Found | null> => {
  const known = await client.fetchQuery({ ...me, retry: false });
  // Who is no longer signed in hears it from the platform.
  const { personId } = known ?? (await answerOf(api.GET('/v1/me')));
  const desk = await readDesk(roundId, personId);
  if (desk === null) return null;
  await (isWritten(desk) ? keepDesk(desk) : forgetSheet(roundId));
  return { desk, from: 'platform' };
};

const find = async (client: QueryClient, roundId: string): Promise<Found | null> => {
  const kept = async (): Promise<Found | undefined> => {
    const desk = await keptDesk(roundId);
    return desk === undefined ? undefined : { desk, from: 'kept' };
  };
  // A browser without a network is asked nothing else: the questions of the shell wait for it.
  const atOnce = navigator.onLine ? undefined : await kept();
  if (atOnce !== undefined) return atOnce;
  return fromPlatform(client, roundId).catch(async (error: unknown) => {
    const instead = isPassing(error) && !(error instanceof Refused) ? await kept() : undefined;
    if (instead === undefined) throw error;
    return instead;
  });
};

/** What lies before an evaluator in a round; null: he does not score in it. */
export const useDesk = (roundId: string) => {
  const client = useQueryClient();
  return useQuery({
    queryKey: ['sheet-desk', roundId],
    networkMode: 'always',
    retry: false,
    staleTime: Infinity,
    // What was scored stays in no memory behind the page.
    gcTime: 0,
    // Read anew, the sheet begins anew, even with the same marks.
    structuralSharing: false,
    queryFn: async () => find(client, roundId),
  });
};
