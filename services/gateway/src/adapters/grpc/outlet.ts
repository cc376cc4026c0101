import { Metadata } from '@grpc/grpc-js';
import { crashpoint } from '@jiangong/crashpoints';
import type { RouteOutlet } from '../../routes/route.ts';
import type { Channels } from './channels.ts';
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

/** The calls of one request. `onBehind` hears when an answer may not yet show the caller's own last order. */
export const outletFor = ({ channels, tokens }: OutletParts, facts: CallFacts, onBehind: () => void): RouteOutlet => ({
  async call(service, rpc, request) {
    const metadata = metadataOf(facts, await tokens(service, facts.subject));
    crashpoint('before-call');
    const { response, behind } = await channels.call({
      service,
      rpc,
      request,
      metadata,
      deadlineMs: facts.deadlineMs,
      ifMatch: facts.expectedRevision !== undefined,
    });
    crashpoint('after-call');
    if (behind) onBehind();
    return response;
  },
});
