import { Metadata } from '@grpc/grpc-js';
import { crashpoint } from '@jiangong/crashpoints';
import type { RouteOutlet } from '../../routes/route.ts';
import { EdgeError } from '../../application/problem.ts';
import type { Channels, ToldBeside } from './channels.ts';
import { FRESH_CALLS } from './fresh-calls.ts';
import type { ServiceTokens, TokenSubject } from './service-tokens.ts';

/** What a request carries into every call it makes. */
export type CallFacts = Readonly<{
  subject: TokenSubject;
  requestId: string;
  correlationId: string;
  traceparent: string | undefined;
  expectedRevision: number | undefined;
  afterPosition: number;
  deadlineMs: number;
  /** Whether the sender signed in a moment ago. */
  fresh: boolean;
}>;

export type OutletParts = Readonly<{ channels: Channels; tokens: ServiceTokens }>;

const metadataOf = (facts: CallFacts, token: string): Metadata => {
  const metadata = new Metadata();
  metadata.set('authorization', `Bearer ${token}`);
  metadata.set('x-request-id', facts.requestId);
  metadata.set('x-correlation-id', facts.correlationId);
  if (facts.traceparent !== undefined) metadata.set('traceparent', facts.traceparent);
  if (facts.expectedRevision !== undefined) metadata.set('x-expected-revision', String(facts.expectedRevision));
  if (facts.afterPosition > 0) metadata.set('x-after-position', String(facts.afterPosition));
  return metadata;
};

/** The calls of one request. Refusals of ours: SIGN_IN_AGAIN, whichever route the call comes from. `onAnswer` hears what a service told beside each answer. */
export const outletFor = (
  { channels, tokens }: OutletParts,
  facts: CallFacts,
  onAnswer: (told: ToldBeside) => void,
): RouteOutlet => ({
  async call(service, rpc, request) {
    if (!facts.fresh && FRESH_CALLS.has(rpc.path)) throw new EdgeError('SIGN_IN_AGAIN');
    const metadata = metadataOf(facts, await tokens(service, facts.subject));
    crashpoint('before-call');
    const { response, behind, now } = await channels.call({
      service,
      rpc,
      request,
      metadata,
      deadlineMs: facts.deadlineMs,
      ifMatch: facts.expectedRevision !== undefined,
    });
    crashpoint('after-call');
    onAnswer({ behind, now });
    return response;
  },
});
