import { covers } from '@jiangong/access';
import { type Checked, type Handled, withPreconditions } from '@jiangong/event-store';
import { fieldCodec } from '@jiangong/privacy';
import type { CallContext, Ground } from '@jiangong/service-host';
import { type Codes, type CodesOrder, type CodesRefusal, codesDecider } from '../domain/codes/codes.ts';
import type { CodesFact } from '../domain/codes/facts.ts';
import { CODES_PER_ORDER_MAX } from '../domain/limits.ts';
import { byOf } from './callers.ts';
import { CODE_CHARACTERS, codeHash, codeOf } from './entry-codes.ts';
import type { NominatorsEntries } from './nominators-entries.ts';
import type { CampaignKnowledge } from './ports.ts';
import type { ReferenceReason, ReferenceRefusal } from './reference-refusals.ts';
import { editionKey, sealedOfCodes } from './sealed-fields.ts';
import { codesStream, partIdOf } from './streams.ts';

export type HandOutCodes = Readonly<{ editionId: string; organizationId: string; count: number }>;
export type RecallCodes = Readonly<{ editionId: string; batchId: string; numbers: readonly number[]; why: string }>;
export type CodesHandled = Handled<CodesFact, CodesRefusal | ReferenceRefusal>;

/** Random bytes that nobody can guess. */
export type Random = (bytes: number) => Uint8Array;

type Ports = Readonly<{ entries: NominatorsEntries; knowledge: CampaignKnowledge; random: Random }>;
type Made = Checked<CodesOrder, ReferenceRefusal>;

const refused = (reason: ReferenceReason, field: string): Made => ({ kind: 'refused', refusal: { reason, field } });

/** Codes by which people without an account enter works: handed out and recalled by the office. */
export const handOutCodes = (ground: Ground, { entries, knowledge, random }: Ports) => {
  const handle = ground.handler(
    withPreconditions<Codes, CodesOrder, CodesFact, CodesRefusal, ReferenceRefusal>(codesDecider),
    fieldCodec<CodesFact>(ground.privacy, sealedOfCodes, { keepsStates: true }),
  );
  const unitRefusal = async (committeeId: string, organizationId: string): Promise<Made | undefined> => {
    const [committee, unit] = [await knowledge.organization(committeeId), await knowledge.organization(organizationId)];
    if (!unit || unit.dissolved) return refused('UNIT_NOT_FOUND', 'organizationId');
    if (!committee || !covers(committee.path, unit.path)) return refused('UNIT_OUTSIDE_EDITION', 'organizationId');
    return undefined;
  };
  return {
    /** The codes are in the answer of the very order that made them; whoever repeats it is told that it was done, and no code. */
    handOut: async (
      request: HandOutCodes,
      call: CallContext,
    ): Promise<Readonly<{ handled: CodesHandled; batchId: string; codes: readonly string[] }>> => {
      const { editionId, organizationId, count } = request;
      const stream = codesStream(editionId);
      const batchId = partIdOf(stream, call.requestId, 'codes');
      const isCount = Number.isInteger(count) && count > 0 && count <= CODES_PER_ORDER_MAX;
      const codes = Array.from({ length: isCount ? count : 0 }, () => codeOf(random(CODE_CHARACTERS)));
      const terms = await entries.termsOf(editionId, organizationId);
      const made: Made = !terms
        ? refused('EDITION_NOT_FOUND', 'editionId')
        : ((await unitRefusal(terms.committeeId, organizationId)) ?? {
            kind: 'order',
            order: {
              ...{ type: 'HandOutCodes', now: call.now, by: byOf(call), terms, batchId, organizationId },
              hashes: codes.map(codeHash),
            },
          });
      const handled = await handle({ stream, order: made, body: { rpc: 'HandOutCodes', ...request }, context: call });
      const isNew = handled.kind === 'accepted' && !handled.repeated;
      return { handled, batchId, codes: isNew ? codes : [] };
    },
    recall: async (request: RecallCodes, call: CallContext): Promise<CodesHandled> => {
      const { why, ...open } = request;
      const { editionId, batchId, numbers } = open;
      const terms = await entries.termsOf(editionId, '');
      const made: Made = terms
        ? { kind: 'order', order: { type: 'RecallCodes', terms, batchId, numbers, why } }
        : refused('EDITION_NOT_FOUND', 'editionId');
      const prose = await ground.privacy.fingerprint(editionKey(open), { why });
      const body = { rpc: 'RecallCodes', ...open, prose };
      return handle({ stream: codesStream(editionId), order: made, body, context: call });
    },
  };
};
