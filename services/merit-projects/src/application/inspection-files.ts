import { type Checked, type CommandRefusal, type Handled, withPreconditions } from '@jiangong/event-store';
import { fieldCodec } from '@jiangong/privacy';
import type { CallContext, Ground } from '@jiangong/service-host';
import type { EditionTerms } from '../domain/edition/terms.ts';
import {
  type InspectionFiles,
  inspectionFilesDecider,
  type InspectionFilesFact,
  type InspectionFilesOrder,
  type InspectionFilesRefusal,
} from '../domain/files/inspection-files.ts';
import { byOf } from './callers.ts';
import type { EvidenceFiles } from './evidence-files.ts';
import type { NominatorsEntries } from './nominators-entries.ts';
import type { CampaignKnowledge } from './ports.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { disciplineKey, sealedOfInspectionFiles } from './sealed-fields.ts';
import { inspectionStream, partIdOf } from './streams.ts';

export interface InspectionKnowledge {
  /** Whether discipline inspection was asked under this id about the entry, or blocked it so. */
  hasClearance(entryId: string, clearanceId: string): Promise<boolean>;
}

export type AddInspectionFile = Readonly<{ entryId: string; clearanceId: string; sha256: string; caption: string }>;
export type RemoveInspectionFile = Readonly<{ entryId: string; fileId: string; why: string }>;
export type InspectionHandled = Handled<InspectionFilesFact, InspectionFilesRefusal | ReferenceRefusal>;

type Ports = Readonly<{
  entries: NominatorsEntries;
  evidence: EvidenceFiles;
  knowledge: InspectionKnowledge & Pick<CampaignKnowledge, 'entry'>;
}>;
type Refused = ReferenceRefusal | CommandRefusal;
type Base = Readonly<{ now: string; by: ReturnType<typeof byOf>; entryId: string; terms: EditionTerms }>;

/** What inspectors add to their opinions: sealed with them, and shown to whoever may read them. */
export const inspectionFiles = (ground: Ground, { entries, evidence, knowledge }: Ports) => {
  const handle = ground.handler(
    withPreconditions<InspectionFiles, InspectionFilesOrder, InspectionFilesFact, InspectionFilesRefusal, Refused>(
      inspectionFilesDecider,
    ),
    fieldCodec<InspectionFilesFact>(ground.privacy, sealedOfInspectionFiles, { keepsStates: true }),
  );
  const send = async (
    { rpc, entryId, open, prose }: Readonly<{ rpc: string; entryId: string; open: object; prose: object }>,
    call: CallContext,
    make: (base: Base) => Promise<Checked<InspectionFilesOrder, Refused>>,
  ): Promise<InspectionHandled> => {
    const place = await knowledge.entry(entryId);
    const terms = place && (await entries.termsOf(place.editionId, place.nominatorId));
    if (!place || !terms) return { kind: 'refused', refusal: { reason: 'ENTRY_NOT_FOUND', field: 'entryId' } };
    return handle({
      stream: inspectionStream(entryId),
      order: await make({ now: call.now, by: byOf(call), entryId, terms }),
      body: { rpc, entryId, ...open, prose: await ground.privacy.fingerprint(disciplineKey(place), prose) },
      context: call,
    });
  };
  return {
    add: async (
      { entryId, clearanceId, sha256, caption }: AddInspectionFile,
      call: CallContext,
    ): Promise<Readonly<{ fileId: string; handled: InspectionHandled }>> => {
      const fileId = partIdOf(entryId, call.requestId, 'inspection-file');
      const sent = { rpc: 'AddClearanceFile', entryId, open: { clearanceId }, prose: { sha256, caption } };
      const handled = await send(sent, call, async (base) => {
        if (!(await knowledge.hasClearance(entryId, clearanceId)))
          return { kind: 'refused', refusal: { reason: 'CLEARANCE_NOT_FOUND', field: 'clearanceId' } };
        const missing = await evidence.missing([sha256], entryId, call);
        if (missing) return { kind: 'refused', refusal: { ...missing, field: 'sha256' } };
        return { kind: 'order', order: { type: 'AddInspectionFile', ...base, clearanceId, fileId, sha256, caption } };
      });
      return { fileId, handled };
    },
    remove: ({ entryId, fileId, why }: RemoveInspectionFile, call: CallContext): Promise<InspectionHandled> =>
      send({ rpc: 'RemoveClearanceFile', entryId, open: { fileId }, prose: { why } }, call, async (base) => ({
        kind: 'order',
        order: { type: 'RemoveInspectionFile', ...base, fileId, why },
      })),
  };
};
