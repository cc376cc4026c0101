import type { CallContext } from '@jiangong/service-host';
import type { EditionRecord } from '../domain/naming/look-at.ts';
import type { NamingFact } from '../domain/naming/facts.ts';
import type { NamingRefusal } from '../domain/naming/refusals.ts';
import type { SeriesEdition } from './decision-ports.ts';
import type { Decisions } from './decisions.ts';
import { namingEditionIdOf, namingIdOf } from './decision-streams.ts';
import { honourStream, namingStream } from './streams.ts';
import { sentBy } from './evaluation.ts';
import { compileNaming, type NamingProgramme } from './naming-tables.ts';
import { type Outcome, refusal } from './reasons.ts';

/** `templateHash`: a template of namings that the series' committee adopted; `parameters`: what the order sets of it. */
export type ComputeNamingRequest = Readonly<{
  seriesId: string;
  firstYear: number;
  lastYear: number;
  templateHash: string;
  parameters: Readonly<Record<string, string>>;
}>;
export type NamingAnswer = Readonly<{ roundId: string; handled: Outcome<NamingFact, NamingRefusal> }>;

/** Honour streams read at once. */
const READS_AT_ONCE_MAX = 16;

type Standing = EditionRecord['firstPrizes'];

/** First prizes that stand: from the honours' own streams, which are never behind. */
const standing = async (
  { handleHonour }: Decisions,
  honours: readonly Readonly<{ honourId: string; homeId: string }>[],
): Promise<Standing> => {
  const found: Standing[number][] = [];
  for (let at = 0; at < honours.length; at += READS_AT_ONCE_MAX) {
    const some = honours.slice(at, at + READS_AT_ONCE_MAX);
    const states = await Promise.all(some.map(({ honourId }) => handleHonour.stateOf(honourStream(honourId))));
    // An honour that the circular lists and nobody has granted yet stands: it follows.
    found.push(...some.filter((_, place) => states[place]?.state.kind !== 'withdrawn'));
  }
  return found;
};

/** An edition as the naming reads it: its circular and honours come from the round's own stream. */
const recordOf = async (decisions: Decisions, edition: SeriesEdition, firstPrize: string): Promise<EditionRecord> => {
  const { editionId, year, ordinal, abandoned, templateHash, declared } = edition;
  const record = { editionId, year, ordinal, templateHash, declared, series: null };
  const nothing = { roundId: null, decisionId: null, documentNumber: null, firstPrizes: [], decidedOn: null };
  if (abandoned) return { ...record, ...nothing, state: 'abandoned' };
  for (const roundId of await decisions.known.roundsOf(editionId)) {
    const { round } = await decisions.readRound(roundId);
    if (round.kind !== 'commended') continue;
    const { decision, circular } = round;
    const firsts = circular.honours
      .filter(({ code }) => code === firstPrize)
      .map(({ honourId, homeId }) => ({ honourId, homeId }));
    return {
      ...record,
      series: round.tables.programme.series,
      state: 'commended',
      roundId,
      decisionId: decision.decisionId,
      documentNumber: circular.documentNumber,
      decidedOn: decision.meetingOn,
      firstPrizes: await standing(decisions, firsts),
    };
  }
  return { ...record, ...nothing, state: 'under-way' };
};

/** The editions of a series as a naming reads them; `firstPrize`: the lasting code of the prize that it asks for. */
export const seriesRecords = async (
  decisions: Decisions,
  seriesId: string,
  firstPrize: string,
): Promise<readonly EditionRecord[]> => {
  const editions = await decisions.known.seriesEditions(seriesId);
  return Promise.all(editions.map((edition) => recordOf(decisions, edition, firstPrize)));
};

/** What the committee's own template asks for; nobody names by one that it has not adopted. */
export const namingProgramme = async (
  { knowledge }: Decisions,
  committeeId: string,
  { templateHash, parameters }: Pick<ComputeNamingRequest, 'templateHash' | 'parameters'>,
): Promise<NamingProgramme | ReturnType<typeof refusal>> => {
  const text = await knowledge.template(committeeId, templateHash);
  return text === undefined
    ? refusal('TEMPLATE_NOT_ADOPTED', 'templateHash')
    : compileNaming(templateHash, text, parameters);
};

/** Computed from what stands in the log: who is in, who is out, and why. The body decides over this list. */
export const computeNaming =
  (decisions: Decisions) =>
  async (request: ComputeNamingRequest, call: CallContext): Promise<NamingAnswer> => {
    const { seriesId, firstYear, lastYear } = request;
    const { known, handleNaming } = decisions;
    const roundId = namingIdOf(seriesId);
    const series = await known.series(seriesId);
    if (series === undefined) return { roundId, handled: refusal('SERIES_NOT_FOUND', 'seriesId') };
    const programme = await namingProgramme(decisions, series.committeeId, request);
    if (programme.kind === 'refused') return { roundId, handled: programme };
    const { years, reading, tables, dayAfter } = programme;
    const asOf = dayAfter(lastYear);
    const [editions, successors] = await Promise.all([
      seriesRecords(decisions, seriesId, tables.firstPrize),
      known.successors(),
    ]);
    const order = {
      type: 'ComputeNaming',
      now: call.now,
      roundId,
      editionId: namingEditionIdOf(seriesId),
      seriesId,
      committeeId: series.committeeId,
      firstYear,
      lastYear,
      years,
      reading,
      tables: { ...tables, ...(asOf === undefined ? {} : { asOf }) },
      editions,
      successors,
    } as const;
    const sent = sentBy(call, 'ComputeNaming', request);
    return { roundId, handled: await handleNaming({ stream: namingStream(roundId), order, ...sent }) };
  };
