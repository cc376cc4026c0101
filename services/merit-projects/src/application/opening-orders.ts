import type { CallContext } from '@jiangong/service-host';
import type { OpenEdition as OpenOrder, StageDays } from '../domain/edition/orders.ts';
import type { AdoptTemplates } from './adopt-templates.ts';
import { byOf } from './callers.ts';
import type { Commends } from './claim-commendations.ts';
import type { CampaignKnowledge } from './ports.ts';
import type { Programmes, Sketch } from './programmes.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { editionIdOf } from './streams.ts';
import type { WorkingYears } from './working-years.ts';

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

export type OpeningPorts = Readonly<{
  templates: AdoptTemplates;
  programmes: Programmes;
  knowledge: CampaignKnowledge;
  years: WorkingYears;
}>;

/** The order of an opening, and what its template settles besides. */
export type OpeningOrder = Readonly<{ order: OpenOrder; sketch: Sketch; commends: Commends }>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The days given, and the template's own for every other stage. */
const daysOf = (own: readonly StageDays[], given: readonly StageDays[]): readonly StageDays[] => [
  ...own.filter(({ stageId }) => !given.some((one) => one.stageId === stageId)),
  ...given.map(({ stageId, opensOn, closesOn }) => ({ stageId, opensOn, closesOn })),
];

/** What is asked for, made into the order that the rule book decides: for an opening and for its preview alike. */
export const openingOrders =
  ({ templates, programmes, knowledge, years }: OpeningPorts) =>
  async (request: OpenEdition, call: CallContext): Promise<OpeningOrder | ReferenceRefusal> => {
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
    const { tables, documents, roll, needs, shares, templateId, sketch } = compiled;
    const order: OpenOrder = {
      ...{ type: 'OpenEdition', now: call.now, by: byOf(call), editionId: editionIdOf(seriesId, year, ordinal) },
      ...{
        seriesId,
        year,
        ordinal,
        committeeId,
        titleZh,
        titleEn,
        templateHash,
        templateId,
        parameters,
        tables,
        documents,
        roll,
        needs,
        shares,
      },
      ...{ stages: daysOf(compiled.stages, request.stages), holidays },
    };
    const { editionId } = order;
    return { order, sketch, commends: { committeeId, editionId, year, templateId, awards: compiled.commends } };
  };
