import type { KeyVault } from '@jiangong/privacy';
import type { CallContext } from '@jiangong/service-host';
import { CLEARANCE_SCOPES, type ClearanceOpinion, type ClearanceScope } from '../domain/unit-edition/facts.ts';
import type { CampaignKnowledge } from './ports.ts';
import type { EntryCalls } from './entry-calls.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { disciplineKey } from './sealed-fields.ts';
import { partIdOf } from './streams.ts';
import type { EntryHandled } from './unit-editions.ts';

export type ReturnEntry = Readonly<{ entryId: string; reasons: readonly string[]; redeclareBy: string }>;
export type ScreenEntry = Readonly<{
  entryId: string;
  outcome: string;
  failures: readonly Readonly<{ criterion: string; explanation: string }>[];
}>;
export type RequestClearance = Readonly<{ entryId: string; scopes: readonly string[] }>;
export type GiveClearance = Readonly<{
  entryId: string;
  opinions: readonly Readonly<{ scope: string; outcome: string }>[];
  opinionNumber: string;
  why: string;
}>;

const isScope = (scope: string): scope is ClearanceScope => (CLEARANCE_SCOPES as readonly string[]).includes(scope);
const isOpinion = (opinion: Readonly<{ scope: string; outcome: string }>): opinion is ClearanceOpinion =>
  isScope(opinion.scope) && (opinion.outcome === 'cleared' || opinion.outcome === 'blocked');

const unknownWord = (field: string): { kind: 'refused'; refusal: ReferenceRefusal } => ({
  kind: 'refused',
  refusal: { reason: 'WORD_UNKNOWN', field },
});

type Ports = Readonly<{ calls: EntryCalls; knowledge: CampaignKnowledge; privacy: KeyVault }>;

/** The committee's first review and discipline inspection. */
export const reviewEntries = ({ calls, knowledge, privacy }: Ports) => ({
  returnIt: (request: ReturnEntry, call: CallContext): Promise<EntryHandled> =>
    calls.send(request.entryId, { rpc: 'ReturnEntry', ...request }, call, (base) => ({
      kind: 'order',
      order: { type: 'ReturnEntry', ...base, reasons: request.reasons, redeclareBy: request.redeclareBy },
    })),
  screen: (request: ScreenEntry, call: CallContext): Promise<EntryHandled> =>
    calls.send(request.entryId, { rpc: 'ScreenEntry', ...request }, call, (base) => {
      const { outcome, failures } = request;
      if (outcome !== 'passed' && outcome !== 'failed') return unknownWord('outcome');
      return { kind: 'order', order: { type: 'ScreenEntry', ...base, outcome, failures } };
    }),
  requestClearance: async (
    request: RequestClearance,
    call: CallContext,
  ): Promise<Readonly<{ clearanceId: string; handled: EntryHandled }>> => {
    const clearanceId = partIdOf(request.entryId, call.requestId, 'clearance');
    const handled = await calls.send(request.entryId, { rpc: 'RequestClearance', ...request }, call, (base) => {
      const scopes = request.scopes.filter(isScope);
      if (scopes.length !== request.scopes.length) return unknownWord('scopes');
      return { kind: 'order', order: { type: 'RequestClearance', ...base, clearanceId, scopes } };
    });
    return { clearanceId, handled };
  },
  /** In the request hash, opinions and reason stand as a fingerprint: a plain hash would let a guess be tried against the log. */
  giveClearance: async (request: GiveClearance, call: CallContext): Promise<EntryHandled> => {
    const { entryId, opinionNumber, why } = request;
    const place = await knowledge.entry(entryId);
    if (!place) return { kind: 'refused', refusal: { reason: 'ENTRY_NOT_FOUND', field: 'entryId' } };
    const secret = await privacy.fingerprint(disciplineKey(place), { opinions: request.opinions, why });
    return calls.sendTo(place, { rpc: 'GiveClearance', entryId, opinionNumber, secret }, call, (base) => {
      const opinions = request.opinions.filter(isOpinion);
      if (opinions.length !== request.opinions.length) return unknownWord('opinions');
      return {
        kind: 'order',
        order: { type: 'GiveClearance', ...base, opinions, opinionNumber, why, inspectorPersonId: call.actor.id ?? '' },
      };
    });
  },
});
