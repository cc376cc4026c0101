import type { Checked } from '@jiangong/event-store';
import type { KeyVault } from '@jiangong/privacy';
import type { CallContext } from '@jiangong/service-host';
import type { RollOrder } from '../domain/roll/decider.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import type { RollGround } from './roll-ground.ts';
import { editionKey } from './sealed-fields.ts';
import { rollStream } from './streams.ts';

export type CountWhole = Readonly<{ editionId: string; track: string; count: number; why: string }>;

/** Of a category whom no tree holds the office says how many there are. */
export const countWholes = (on: RollGround, privacy: KeyVault) => {
  return async (request: CountWhole, call: CallContext) => {
    const { why, ...open } = request;
    const { editionId, track: trackId, count: counted } = open;
    const terms = await on.termsOf(editionId);
    const prose = await privacy.fingerprint(editionKey(open), { why });
    const order: Checked<RollOrder, ReferenceRefusal> =
      terms === undefined
        ? { kind: 'refused', refusal: { reason: 'EDITION_NOT_FOUND', field: 'editionId' } }
        : { kind: 'order', order: { type: 'CountWhole', now: call.now, terms, trackId, count: counted, why } };
    const body = { rpc: 'CountWhole', ...open, prose };
    return on.handle({ stream: rollStream(editionId), order, body, context: call });
  };
};
