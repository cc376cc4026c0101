import { covers } from '@jiangong/access';
import type { CallContext } from '@jiangong/service-host';
import { isStage, type Stage } from '../domain/stage.ts';
import type { EditionHandled, Editions } from './editions.ts';
import type { CampaignKnowledge } from './ports.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import type { SeriesClaims } from './series-claims.ts';
import { editionIdOf } from './streams.ts';

export type OpenEdition = Readonly<{
  committeeId: string;
  seriesId: string;
  year: number;
  titleZh: string;
  titleEn: string;
  quota: number;
  noticeWorkingDays: number;
  objectionWorkingDays: number;
  stages: readonly Readonly<{ stage: string; opensOn: string; closesOn: string }>[];
}>;
export type RescheduleStage = Readonly<{
  editionId: string;
  stage: string;
  opensOn: string;
  closesOn: string;
  why: string;
}>;
export type AllowLateEntry = Readonly<{ editionId: string; unitId: string; stage: string; until: string; why: string }>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const refused = (refusal: ReferenceRefusal): { kind: 'refused'; refusal: ReferenceRefusal } => ({
  kind: 'refused',
  refusal,
});

type Ports = Readonly<{ editions: Editions; claims: SeriesClaims; knowledge: CampaignKnowledge }>;

/** The officer's orders to an edition. */
export const runEditions = ({ editions, claims, knowledge }: Ports) => {
  const openingRefusal = async (request: OpenEdition): Promise<ReferenceRefusal | undefined> => {
    if (!UUID.test(request.seriesId)) return { reason: 'SERIES_INVALID', field: 'seriesId' };
    const committee = await knowledge.organization(request.committeeId);
    if (!committee || committee.dissolved || committee.kind !== 'working-committee')
      return { reason: 'COMMITTEE_NOT_FOUND', field: 'committeeId' };
    const unknown = request.stages.find(({ stage }) => !isStage(stage));
    return unknown ? { reason: 'STAGE_UNKNOWN', field: 'stages' } : undefined;
  };
  const lateEntryRefusal = async (request: AllowLateEntry): Promise<ReferenceRefusal | undefined> => {
    const edition = await editions.read(request.editionId);
    if (edition.kind === 'absent') return { reason: 'EDITION_NOT_FOUND', field: 'editionId' };
    const unit = await knowledge.organization(request.unitId);
    if (!unit || unit.dissolved || unit.kind !== 'unit') return { reason: 'UNIT_NOT_FOUND', field: 'unitId' };
    const committee = await knowledge.organization(edition.terms.committeeId);
    return committee && covers(committee.path, unit.path)
      ? undefined
      : { reason: 'UNIT_OUTSIDE_EDITION', field: 'unitId' };
  };
  return {
    open: async (
      request: OpenEdition,
      call: CallContext,
    ): Promise<Readonly<{ editionId: string; handled: EditionHandled }>> => {
      const { committeeId, seriesId, year } = request;
      const editionId = editionIdOf(seriesId, year);
      const stages = request.stages.map(({ stage, opensOn, closesOn }) => ({
        stage: stage as Stage,
        opensOn,
        closesOn,
      }));
      const order = { ...request, type: 'OpenEdition', now: call.now, editionId, stages } as const;
      // A series is claimed only for an edition that can open: what is refused anyway must not keep it for the committee.
      const refusal = await openingRefusal(request);
      const opens = !refusal && !(await editions.foresee(editionId, order));
      const taken = opens ? await claims.claim({ seriesId, committeeId }, call) : undefined;
      if (taken) return { editionId, handled: taken };
      const handled = await editions.send(
        editionId,
        refusal ? refused(refusal) : { kind: 'order', order },
        { rpc: 'OpenEdition', ...request },
        call,
      );
      return { editionId, handled };
    },
    reschedule: (request: RescheduleStage, call: CallContext): Promise<EditionHandled> => {
      const { editionId, stage, opensOn, closesOn, why } = request;
      const body = { rpc: 'RescheduleStage', ...request };
      if (!isStage(stage))
        return editions.send(editionId, refused({ reason: 'STAGE_UNKNOWN', field: 'stage' }), body, call);
      const order = { type: 'RescheduleStage', now: call.now, stage, opensOn, closesOn, why } as const;
      return editions.send(editionId, { kind: 'order', order }, body, call);
    },
    allowLateEntry: async (request: AllowLateEntry, call: CallContext): Promise<EditionHandled> => {
      const { editionId, unitId, stage, until, why } = request;
      const body = { rpc: 'AllowLateEntry', ...request };
      if (!isStage(stage))
        return editions.send(editionId, refused({ reason: 'STAGE_UNKNOWN', field: 'stage' }), body, call);
      const refusal = await lateEntryRefusal(request);
      const order = { type: 'AllowLateEntry', now: call.now, unitId, stage, until, why } as const;
      return editions.send(editionId, refusal ? refused(refusal) : { kind: 'order', order }, body, call);
    },
  };
};
