import { type Checked, type Handled, plainCodec, withPreconditions } from '@jiangong/event-store';
import { fieldCodec } from '@jiangong/privacy';
import type { CallContext, Ground } from '@jiangong/service-host';
import {
  evidenceDecider,
  type EvidenceFact,
  type EvidenceFile,
  type EvidenceOrder,
  type EvidenceRefusal,
} from '../domain/evidence/evidence-file.ts';
import { type EvidenceAdded, uploadDecider } from '../domain/evidence/upload.ts';
import { EVIDENCE_FILES_MAX } from '../domain/limits.ts';
import { byOf } from './callers.ts';
import type { CampaignKnowledge } from './ports.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { dossierKey, sealedOfEvidence } from './sealed-fields.ts';
import { evidenceStream, partIdOf, uploadStream } from './streams.ts';

/** Who names files, for the sake of which entry; null: the entry is only being made. */
export type Naming = Readonly<{ entryId: string | null; personId: string; organizationId: string }>;

export interface EvidenceKnowledge {
  /** Those of the files that somebody may name: he added them, the entry names them already, or another one of his organization does. */
  nameable(evidence: readonly string[], by: Naming): Promise<ReadonlySet<string>>;
  /** Whether an order of the entry has named the file, or what evaluation keeps about the entry: a finding, a claim or a measured value. */
  namesFile(entryId: string, sha256: string): Promise<boolean>;
}

type Knowledge = EvidenceKnowledge & Pick<CampaignKnowledge, 'entry'>;
export type EvidenceHandled = Handled<EvidenceFact, EvidenceRefusal | ReferenceRefusal>;
export type AddedHandled = Handled<EvidenceFact | EvidenceAdded, EvidenceRefusal | ReferenceRefusal>;
type Made = Checked<EvidenceOrder, ReferenceRefusal>;

type OfFile = Readonly<{ entryId: string; sha256: string; why: string }>;
type OfProposal = OfFile & Readonly<{ proposalId: string }>;
type ToDestroy = Exclude<EvidenceOrder['type'], 'RegisterEvidence'>;

const refusedAs = (reason: 'ENTRY_NOT_FOUND' | 'EVIDENCE_NOT_FOUND', field: string): Made => ({
  kind: 'refused',
  refusal: { reason, field },
});

/** The order of a caller about a file that an entry has named. */
const ordersToDestroy = (ground: Ground, knowledge: Knowledge) => {
  const handle = ground.handler(
    withPreconditions<EvidenceFile, EvidenceOrder, EvidenceFact, EvidenceRefusal, ReferenceRefusal>(evidenceDecider),
    fieldCodec<EvidenceFact>(ground.privacy, sealedOfEvidence, { keepsStates: true }),
  );
  const send = async (
    rpc: string,
    request: OfProposal,
    call: CallContext,
    type: ToDestroy,
  ): Promise<EvidenceHandled> => {
    const { why, ...open } = request;
    const { entryId, sha256, proposalId } = open;
    const place = await knowledge.entry(entryId);
    const isNamed = place !== undefined && (await knowledge.namesFile(entryId, sha256));
    const base = { now: call.now, by: byOf(call), sha256, proposalId, why };
    const order: Made = !place
      ? refusedAs('ENTRY_NOT_FOUND', 'entryId')
      : isNamed
        ? { kind: 'order', order: { type, ...base, ...place } }
        : refusedAs('EVIDENCE_NOT_FOUND', 'sha256');
    const prose = await ground.privacy.fingerprint(dossierKey(request), { why });
    return handle({ stream: evidenceStream(sha256), order, body: { rpc, ...open, prose }, context: call });
  };
  return { handle, send };
};

const namingOf = (entryId: string | null, call: CallContext): Naming => {
  const { personId, organizationId } = byOf(call);
  return { entryId, personId, organizationId };
};

/** Registers evidence files, tells whether those that an order names are there, and has one destroyed by two persons. */
export const evidenceFiles = (ground: Ground, knowledge: Knowledge) => {
  const { handle, send } = ordersToDestroy(ground, knowledge);
  const handleUpload = ground.handler(uploadDecider, plainCodec<EvidenceAdded>());
  return {
    /** The file first, then that this person added it: whoever tries again after the first alone does the second. */
    register: async (
      request: Readonly<{ sha256: string; bytes: number; mediaType: string }>,
      call: CallContext,
    ): Promise<AddedHandled> => {
      const { sha256 } = request;
      const body = { rpc: 'RegisterEvidence', ...request };
      const order = { kind: 'order', order: { type: 'RegisterEvidence', ...request } } as const;
      const registered = await handle({ stream: evidenceStream(sha256), order, body, context: call });
      const { personId } = byOf(call);
      // An objector's file is registered by the platform: nobody else may name it.
      if (registered.kind === 'refused' || personId === '') return registered;
      const added = { type: 'AddEvidence', sha256, personId } as const;
      return handleUpload({ stream: uploadStream(sha256, personId), order: added, body, context: call });
    },
    /**
     * The first named file that can not be used: the caller may not name it, which is said as if nobody had added it, or it was destroyed.
     * Longer lists are left to the rule book, which refuses them.
     */
    missing: async (
      evidence: readonly string[],
      entryId: string | null,
      call: CallContext,
    ): Promise<ReferenceRefusal | undefined> => {
      if (evidence.length === 0 || evidence.length > EVIDENCE_FILES_MAX) return undefined;
      const nameable = await knowledge.nameable(evidence, namingOf(entryId, call));
      const states = await Promise.all(evidence.map((sha256) => handle.stateOf(evidenceStream(sha256))));
      const kinds = evidence.map((sha256, at) => (nameable.has(sha256) ? states[at]?.state.kind : 'absent'));
      const index = kinds.findIndex((kind) => kind !== 'registered');
      if (index < 0) return undefined;
      const reason = kinds[index] === 'destroyed' ? 'EVIDENCE_DESTROYED' : 'EVIDENCE_NOT_FOUND';
      return { reason, field: `evidence[${index}]` };
    },
    propose: async (
      request: OfFile,
      call: CallContext,
    ): Promise<Readonly<{ proposalId: string; handled: EvidenceHandled }>> => {
      const proposalId = partIdOf(request.entryId, call.requestId, 'proposal');
      const handled = await send('ProposeDestruction', { ...request, proposalId }, call, 'ProposeAct');
      return { proposalId, handled };
    },
    reject: (request: OfProposal, call: CallContext): Promise<EvidenceHandled> =>
      send('RejectDestruction', request, call, 'RejectProposal'),
    destroy: (request: OfProposal, call: CallContext): Promise<EvidenceHandled> =>
      send('DestroyEvidence', request, call, 'DestroyEvidence'),
  };
};

export type EvidenceFiles = ReturnType<typeof evidenceFiles>;
