import type { CallContext } from '@jiangong/service-host';
import type { OpenEdition as OpenOrder, StageDays } from '../domain/edition/orders.ts';
import type { AdoptTemplates } from './adopt-templates.ts';
import { byOf } from './callers.ts';
import type { EditionHandled, Editions } from './editions.ts';
import type { CampaignKnowledge } from './ports.ts';
import type { Programmes } from './programmes.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { editionKey } from './sealed-fields.ts';
import type { SeriesClaims } from './series-claims.ts';
import { editionIdOf } from './streams.ts';
import type { WorkingYears } from './working-years.ts';
import type { KeyVault } from '@jiangong/privacy';

export type OpenEdition = Readonly<{
  committeeId: string;
  seriesId: string;
  year: number;
  /** 0: the first. */
  ordinal: number;
  titleZh: string;
  titleEn: string;
  templateHash: string;
  parameters: Readonly<Record<string, string>>;
  /** Days that differ from the template's own. */
  stages: readonly StageDays[];
}>;
export type AmendEdition = Readonly<{
  editionId: string;
  titleZh: string;
  titleEn: string;
  parameters: Readonly<Record<string, string>>;
  effectiveOn: string;
  why: string;
}>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const refused = (refusal: ReferenceRefusal): { kind: 'refused'; refusal: ReferenceRefusal } => ({
  kind: 'refused',
  refusal,
});

type Ports = Readonly<{
  editions: Editions;
  claims: SeriesClaims;
  templates: AdoptTemplates;
  programmes: Programmes;
  knowledge: CampaignKnowledge;
  years: WorkingYears;
  privacy: KeyVault;
}>;

/** The days given, and the template's own for every other stage. */
const daysOf = (own: readonly StageDays[], given: readonly StageDays[]): readonly StageDays[] => [
  ...own.filter(({ stageId }) => !given.some((one) => one.stageId === stageId)),
  ...given.map(({ stageId, opensOn, closesOn }) => ({ stageId, opensOn, closesOn })),
];

/** Opening and amending: the orders that compile the adopted template. */
export const openEditions = (ports: Ports) => {
  const { editions, claims, templates, programmes, knowledge, years, privacy } = ports;
  const opening = async (request: OpenEdition, call: CallContext): Promise<OpenOrder | ReferenceRefusal> => {
    const { committeeId, seriesId, year, titleZh, titleEn, templateHash, parameters } = request;
    if (!UUID.test(seriesId)) return { reason: 'SERIES_INVALID', field: 'seriesId' };
    const committee = await knowledge.organization(committeeId);
    if (!committee || committee.dissolved || committee.kind !== 'working-committee')
      return { reason: 'COMMITTEE_NOT_FOUND', field: 'committeeId' };
    const template = await templates.adopted(committeeId, templateHash);
    if (template.kind === 'absent') return { reason: 'TEMPLATE_NOT_ADOPTED', field: 'templateHash' };
    const holidays = await years.table();
    const compiled = programmes.compile(template.canonicalText, { parameters, year, holidays });
    if (compiled.kind === 'fault') return compiled.refusal;
    const ordinal = request.ordinal === 0 ? 1 : request.ordinal;
    const { tables, templateId } = compiled;
    return {
      ...{ type: 'OpenEdition', now: call.now, by: byOf(call), editionId: editionIdOf(seriesId, year, ordinal) },
      ...{ seriesId, year, ordinal, committeeId, titleZh, titleEn, templateHash, templateId, parameters, tables },
      ...{ stages: daysOf(compiled.stages, request.stages), holidays },
    };
  };
  return {
    open: async (
      request: OpenEdition,
      call: CallContext,
    ): Promise<Readonly<{ editionId: string; handled: EditionHandled }>> => {
      const { committeeId, seriesId, year } = request;
      const ordinal = request.ordinal === 0 ? 1 : request.ordinal;
      const editionId = editionIdOf(seriesId, year, ordinal);
      const order = await opening(request, call);
      const body = { rpc: 'OpenEdition', ...request };
      if ('reason' in order) return { editionId, handled: await editions.send(editionId, refused(order), body, call) };
      // A series is claimed only for an edition that can open: what is refused anyway must not keep it for the committee.
      if (!(await editions.foresee(editionId, order))) {
        const claim = { seriesId, committeeId, year, ordinal, editionId, templateId: order.templateId };
        const taken = await claims.claim(claim, call);
        if (taken) return { editionId, handled: taken };
      }
      return { editionId, handled: await editions.send(editionId, { kind: 'order', order }, body, call) };
    },
    amend: async ({ why, ...open }: AmendEdition, call: CallContext): Promise<EditionHandled> => {
      const { editionId, titleZh, titleEn, parameters, effectiveOn } = open;
      const prose = await privacy.fingerprint(editionKey(open), { why });
      const body = { rpc: 'AmendEdition', ...open, prose };
      const edition = await editions.read(editionId);
      if (edition.kind === 'absent')
        return editions.send(editionId, refused({ reason: 'EDITION_NOT_FOUND', field: 'editionId' }), body, call);
      const { committeeId, templateHash, year } = edition.terms;
      const template = await templates.adopted(committeeId, templateHash);
      if (template.kind === 'absent')
        return editions.send(editionId, refused({ reason: 'TEMPLATE_NOT_ADOPTED', field: 'editionId' }), body, call);
      const holidays = await years.table();
      const compiled = programmes.compile(template.canonicalText, { parameters, year, holidays });
      if (compiled.kind === 'fault') return editions.send(editionId, refused(compiled.refusal), body, call);
      const { tables } = compiled;
      const of = { now: call.now, by: byOf(call) };
      const amendment = { titleZh, titleEn, parameters, tables, effectiveOn, why, holidays };
      return editions.send(
        editionId,
        { kind: 'order', order: { type: 'AmendEdition', ...of, ...amendment } },
        body,
        call,
      );
    },
  };
};
