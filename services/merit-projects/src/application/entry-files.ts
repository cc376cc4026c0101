import { type Checked, type CommandRefusal, type Handled, withPreconditions } from '@jiangong/event-store';
import { fieldCodec } from '@jiangong/privacy';
import type { CallContext, Ground } from '@jiangong/service-host';
import {
  type DescribeEvidence as Order,
  type EntryFiles,
  entryFilesDecider,
  type EntryFilesRefusal,
  type EvidenceDescribed,
} from '../domain/files/entry-files.ts';
import { entryOf } from '../domain/entries/state.ts';
import type { EvidenceFiles } from './evidence-files.ts';
import type { NominatorsEntries } from './nominators-entries.ts';
import type { CampaignKnowledge } from './ports.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { dossierKey, sealedOfEntryFiles } from './sealed-fields.ts';
import { filesStream } from './streams.ts';

export type DescribeEvidence = Readonly<{ entryId: string; sha256: string; kind: string; caption: string }>;
export type FilesHandled = Handled<EvidenceDescribed, EntryFilesRefusal | ReferenceRefusal>;

type Ports = Readonly<{ entries: NominatorsEntries; evidence: EvidenceFiles; knowledge: CampaignKnowledge }>;
type Made = Checked<Order, ReferenceRefusal | CommandRefusal>;

/** What the files of an entry are called, and what they show. */
export const entryFiles = (ground: Ground, { entries, evidence, knowledge }: Ports) => {
  const handle = ground.handler(
    withPreconditions<EntryFiles, Order, EvidenceDescribed, EntryFilesRefusal, ReferenceRefusal | CommandRefusal>(
      entryFilesDecider,
    ),
    fieldCodec<EvidenceDescribed>(ground.privacy, sealedOfEntryFiles, { keepsStates: true }),
  );
  const notFound: Made = { kind: 'refused', refusal: { reason: 'ENTRY_NOT_FOUND', field: 'entryId' } };
  const made = async (request: DescribeEvidence, call: CallContext): Promise<Made> => {
    const place = await knowledge.entry(request.entryId);
    if (!place) return notFound;
    const missing = await evidence.missing([request.sha256], request.entryId, call);
    if (missing) return { kind: 'refused', refusal: { ...missing, field: 'sha256' } };
    const terms = await entries.termsOf(place.editionId, place.nominatorId);
    if (!terms) return notFound;
    const { state } = await entries.read(place.editionId, place.nominatorId);
    const entry = entryOf(state, request.entryId);
    return { kind: 'order', order: { type: 'DescribeEvidence', now: call.now, terms, entry, ...request } };
  };
  return {
    describe: async (request: DescribeEvidence, call: CallContext): Promise<FilesHandled> => {
      const { caption, ...open } = request;
      const prose = await ground.privacy.fingerprint(dossierKey(request), { caption });
      const body = { rpc: 'DescribeEvidence', ...open, prose };
      return handle({ stream: filesStream(request.entryId), order: await made(request, call), body, context: call });
    },
  };
};
