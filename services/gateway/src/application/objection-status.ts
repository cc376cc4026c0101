import { addressSourceOf } from './address-source.ts';
import type { ObjectionPorts, ObjectionStatus } from './confirm-objection.ts';
import { takeOf } from './hand-in.ts';
import { HAND_IN_LIMITS } from './hand-in-limits.ts';
import { receiptHash } from './objection-receipts.ts';
import { EdgeError } from './problem.ts';

/**
 * How an objection stands, for whoever has its code. What is mistyped, unknown or lapsed is answered alike.
 * Refusals: OBJECTION_CODE_UNKNOWN, TOO_MANY_REQUESTS.
 */
export const objectionStatus =
  ({ store, rateLimits, service, nowMs }: ObjectionPorts) =>
  async (given: Readonly<{ code: string; address: string }>): Promise<ObjectionStatus> => {
    const at = addressSourceOf(given.address);
    await takeOf(rateLimits, HAND_IN_LIMITS.status, at.source);
    await takeOf(rateLimits, HAND_IN_LIMITS.statusOfBlock, at.block);
    const objectionId = await store.objectionOf(receiptHash(given.code), nowMs());
    const status = objectionId === undefined ? undefined : await service.status(objectionId);
    if (status === undefined) throw new EdgeError('OBJECTION_CODE_UNKNOWN', { field: 'code' });
    return status;
  };
