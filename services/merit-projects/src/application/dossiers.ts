import {
  type Checked,
  type CommandRefusal,
  type Handled,
  type StreamEnd,
  withPreconditions,
} from '@jiangong/event-store';
import { fieldCodec } from '@jiangong/privacy';
import type { CallContext, Ground } from '@jiangong/service-host';
import {
  type Dossier,
  dossierDecider,
  type DossierFact,
  type DossierOrder,
  type DossierRefusal,
} from '../domain/dossier/dossier.ts';
import { type Entry, entryOf } from '../domain/entries/state.ts';
import { byOf } from './callers.ts';
import type { EvidenceFiles } from './evidence-files.ts';
import type { NominatorsEntries } from './nominators-entries.ts';
import type { CampaignKnowledge } from './ports.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { dossierKey, sealedOfDossiers } from './sealed-fields.ts';
import { dossierStream, partIdOf } from './streams.ts';

export type DossierHandled = Handled<DossierFact, DossierRefusal | ReferenceRefusal>;

export type CompleteMilestone = Readonly<{
  entryId: string;
  milestoneId: string;
  effectiveOn: string;
  evidence: readonly string[];
}>;
export type ReportProgress = Readonly<{ entryId: string; report: string; evidence: readonly string[] }>;
export type ReopenMilestone = Readonly<{ entryId: string; milestoneId: string; why: string }>;
export type EndFeaturing = Readonly<{ entryId: string; why: string }>;
export type FeatureEntry = Readonly<{ entryId: string; note: string; link: string }>;

type OrderPart = DossierOrder extends infer O
  ? O extends DossierOrder
    ? Omit<O, 'now' | 'by' | 'terms' | 'entryId' | 'entry'>
    : never
  : never;
type Asked = Readonly<{ entryId: string; evidence: readonly string[]; open: object; prose: unknown }>;

type Ports = Readonly<{ entries: NominatorsEntries; evidence: EvidenceFiles; knowledge: CampaignKnowledge }>;

/** An `If-Match` speaks of the entry, not of its dossier. */
const revisionRefusal = ({ revision }: Entry, { expectedRevision }: CallContext): CommandRefusal | undefined =>
  expectedRevision === undefined || expectedRevision === revision
    ? undefined
    : { reason: 'REVISION_CONFLICT', field: 'If-Match', details: { expectedRevision, revision } };

/** The long part of an entry's life: milestones, reports, publicity. Each entry's in a stream of its own. */
export const dossiers = (ground: Ground, { entries, evidence, knowledge }: Ports) => {
  const handle = ground.handler(
    withPreconditions<Dossier, DossierOrder, DossierFact, DossierRefusal, ReferenceRefusal | CommandRefusal>(
      dossierDecider,
    ),
    fieldCodec<DossierFact>(ground.privacy, sealedOfDossiers, { keepsStates: true }),
  );
  /** The order over the entry as its nominator's stream has it now. */
  const checked = async (
    asked: Asked,
    part: OrderPart,
    call: CallContext,
  ): Promise<Checked<DossierOrder, ReferenceRefusal | CommandRefusal>> => {
    const place = await knowledge.entry(asked.entryId);
    if (!place) return { kind: 'refused', refusal: { reason: 'ENTRY_NOT_FOUND', field: 'entryId' } };
    const refusal = await evidence.missing(asked.evidence, asked.entryId, call);
    if (refusal) return { kind: 'refused', refusal };
    const { state } = await entries.read(place.editionId, place.nominatorId);
    const terms = await entries.termsOf(place.editionId, place.nominatorId);
    const entry = entryOf(state, asked.entryId);
    if (!terms || !entry) return { kind: 'refused', refusal: { reason: 'ENTRY_NOT_FOUND', field: 'entryId' } };
    const stale = revisionRefusal(entry, call);
    if (stale) return { kind: 'refused', refusal: stale };
    const base = { now: call.now, by: byOf(call), terms, entryId: asked.entryId, entry };
    return { kind: 'order', order: { ...part, ...base } as DossierOrder };
  };
  const send = async (asked: Asked, part: OrderPart, call: CallContext): Promise<DossierHandled> => {
    const { entryId, open, prose } = asked;
    const key = dossierKey({ entryId });
    const body = prose === null ? open : { ...open, prose: await ground.privacy.fingerprint(key, prose) };
    const order = await checked(asked, part, call);
    const handled = await handle({ stream: dossierStream(entryId), order, body, context: call });
    // What a dossier gains does not change the entry: its `ETag` stays what it was.
    const revision = order.kind === 'order' ? order.order.entry?.revision : undefined;
    return handled.kind === 'refused' || revision === undefined ? handled : { ...handled, revision };
  };
  return {
    endOf: async (entryId: string): Promise<StreamEnd> => (await handle.stateOf(dossierStream(entryId))).end,
    completeMilestone: (request: CompleteMilestone, call: CallContext): Promise<DossierHandled> => {
      const { entryId, milestoneId, effectiveOn } = request;
      const open = { rpc: 'CompleteMilestone', ...request };
      const part = { type: 'CompleteMilestone', milestoneId, effectiveOn, evidence: request.evidence } as const;
      return send({ entryId, evidence: request.evidence, open, prose: null }, part, call);
    },
    reopenMilestone: ({ entryId, milestoneId, why }: ReopenMilestone, call: CallContext): Promise<DossierHandled> => {
      const open = { rpc: 'ReopenMilestone', entryId, milestoneId };
      return send(
        { entryId, evidence: [], open, prose: { why } },
        { type: 'ReopenMilestone', milestoneId, why } as const,
        call,
      );
    },
    report: ({ report, ...rest }: ReportProgress, call: CallContext): Promise<DossierHandled> => {
      const reportId = partIdOf(rest.entryId, call.requestId, 'report');
      const part = { type: 'ReportProgress', reportId, report, evidence: rest.evidence } as const;
      return send({ ...rest, open: { rpc: 'ReportProgress', ...rest }, prose: { report } }, part, call);
    },
    feature: ({ entryId, note, link }: FeatureEntry, call: CallContext): Promise<DossierHandled> => {
      const part = { type: 'FeatureEntry', note, link: link === '' ? null : link } as const;
      const open = { rpc: 'FeatureEntry', entryId, link };
      return send({ entryId, evidence: [], open, prose: { note } }, part, call);
    },
    endFeaturing: ({ entryId, why }: EndFeaturing, call: CallContext): Promise<DossierHandled> =>
      send(
        { entryId, evidence: [], open: { rpc: 'EndFeaturing', entryId }, prose: { why } },
        { type: 'EndFeaturing', why } as const,
        call,
      ),
  };
};

export type Dossiers = ReturnType<typeof dossiers>;
