import type { Metadata } from '@grpc/grpc-js';
import type { Receipt } from '@jiangong/contracts/jiangong/receipt/v1/receipt';
import type { Fact, Handled, Refusal } from '@jiangong/event-store';
import type { CallContext } from '../call-context.ts';
import { RefusedError } from '../refusals.ts';

const contexts = new WeakMap<Metadata, CallContext>();

/** Keeps what the host found out about a call beside its metadata. */
export const rememberCall = (metadata: Metadata, context: CallContext): void => {
  contexts.set(metadata, context);
};

/** The call's context. Throws when the call did not come through the permission interceptor: that is a bug. */
export const callOf = (metadata: Metadata): CallContext => {
  const context = contexts.get(metadata);
  if (!context) throw new Error('a call reached a controller without passing the permission interceptor');
  return context;
};

/** The receipt of an accepted order; throws `RefusedError` on a refusal, which the host answers. */
export const receiptOf = <F extends Fact, R extends Refusal>(handled: Handled<F, R>): Receipt => {
  if (handled.kind === 'refused') throw new RefusedError(handled.refusal);
  return {
    events: handled.receipts.map(({ eventId, type, hash }) => ({ eventId, type, hash })),
    revision: handled.revision,
    position: handled.position,
    repeated: handled.repeated,
  };
};
