import { type CallContext, refused } from '@jiangong/service-host';
import type { Refusal } from '@jiangong/event-store';
import { type CalendarYear, calendarYearOf } from '../domain/calendar-year.ts';
import { COPY_YEAR_MAX, type Copy, copyOf, type NotCarried } from '../domain/edition/copy.ts';
import { type Plan, planOf } from '../domain/edition/plan.ts';
import type { OpenEditionState } from '../domain/edition/state.ts';
import type { AskedDocuments, EditionTables } from '../domain/programme.ts';
import type { CommendationClaims } from './claim-commendations.ts';
import type { Editions } from './editions.ts';
import { type OpenEdition, openingOrders, type OpeningPorts } from './opening-orders.ts';
import type { Sketch } from './programmes.ts';
import type { SeriesClaims } from './series-claims.ts';
import { editionIdOf } from './streams.ts';
import { type ToldRefusal, toldRefusal } from './told-refusals.ts';

/** What an opening would make. `made` is null where not even its order could be made. */
export type EditionPlan = Readonly<{
  editionId: string;
  refusal: ToldRefusal | null;
  made: Readonly<{
    templateId: string;
    tables: EditionTables;
    documents: readonly AskedDocuments[];
    sketch: Sketch;
    plan: Plan;
    /** Stages whose days were given. */
    given: readonly string[];
  }> | null;
  yearsMissing: readonly number[];
}>;

export type EditionCopy = Readonly<{
  opening: OpenEdition;
  reviewList: readonly string[];
  notCarried: readonly NotCarried[];
  plan: EditionPlan;
}>;

type Ports = OpeningPorts & Readonly<{ editions: Editions; claims: SeriesClaims; commendations: CommendationClaims }>;

/** Where even the template's own days hang on a year that nobody entered. */
const yearsIn = ({ reason, details }: Refusal): readonly number[] =>
  reason === 'YEAR_NOT_KNOWN' && typeof details?.['year'] === 'number' ? [details['year']] : [];

/** What is told before anything is opened: the plan of an edition, the copy of an earlier one, the days of a year. */
export const planEditions = (ports: Ports) => {
  const { editions, claims, commendations, templates, programmes, knowledge, years } = ports;
  const opening = openingOrders(ports);

  const preview = async (request: OpenEdition, call: CallContext): Promise<EditionPlan> => {
    const { committeeId, seriesId, year } = request;
    const ordinal = request.ordinal === 0 ? 1 : request.ordinal;
    const editionId = editionIdOf(seriesId, year, ordinal);
    const opened = await opening(request, call);
    if ('reason' in opened)
      return { editionId, refusal: toldRefusal(opened), made: null, yearsMissing: yearsIn(opened) };
    const { order, sketch, commends } = opened;
    const { templateId, tables, documents } = order;
    const plan = planOf(await editions.read(editionId), order);
    // In the order in which an opening asks: first the edition's own rule book, then the series', then policies above.
    const refusal =
      plan.refusal ??
      (await claims.foresee({ seriesId, committeeId, year, ordinal, editionId, templateId }, call.now)) ??
      (await commendations.foresee(commends, call.now)) ??
      null;
    const given = request.stages.map(({ stageId }) => stageId);
    return {
      ...{ editionId, refusal: refusal && toldRefusal(refusal), yearsMissing: plan.yearsMissing },
      made: { templateId, tables, documents, sketch, plan, given },
    };
  };

  const copied = async (edition: OpenEditionState, editionId: string, year: number): Promise<Copy> => {
    const { committeeId, templateHash, templateId, parameters } = edition.terms;
    const template = await templates.adopted(committeeId, templateHash);
    if (template.kind === 'absent') throw refused({ reason: 'TEMPLATE_NOT_ADOPTED', field: 'editionId' });
    const holidays = await years.table();
    const asked = { parameters, year: edition.terms.year, holidays };
    const then = programmes.compile(template.canonicalText, asked);
    if (then.kind === 'fault') throw refused(then.refusal);
    const copy = copyOf(edition.terms, await editions.facts(editionId), { year, ownThen: then.stages, holidays });
    const latest = await knowledge.latestTemplate(committeeId, templateId);
    if (latest === undefined || latest === templateHash) return copy;
    return { ...copy, notCarried: [...copy.notCarried, { what: 'newer-template', stageId: null }] };
  };

  return {
    preview,
    copy: async (
      { editionId, year: asked }: Readonly<{ editionId: string; year: number }>,
      call: CallContext,
    ): Promise<EditionCopy> => {
      const edition = await editions.read(editionId);
      if (edition.kind === 'absent') throw refused({ reason: 'EDITION_NOT_FOUND', field: 'editionId' });
      const { terms, reviewList } = edition;
      const year = asked === 0 ? terms.year + 1 : asked;
      const [min, max] = [terms.year + 1, COPY_YEAR_MAX];
      if (year < min || year > max)
        throw refused({ reason: 'YEAR_OUT_OF_RANGE', field: 'year', details: { min, max } });
      const { notCarried, titleZh, titleEn, stages } = await copied(edition, editionId, year);
      const { committeeId, seriesId, templateHash, parameters } = terms;
      const body = { committeeId, seriesId, year, ordinal: 1, titleZh, titleEn, templateHash, parameters, stages };
      return { opening: body, reviewList, notCarried, plan: await preview(body, call) };
    },
    year: async (year: number): Promise<CalendarYear> => calendarYearOf(await years.table(), year),
  };
};
