import type { CallContext } from '@jiangong/service-host';
import type { EditionRecord } from '../domain/naming/look-at.ts';
import type { NamingFact } from '../domain/naming/facts.ts';
import type { NamingRefusal } from '../domain/naming/refusals.ts';
import type { SeriesEdition } from './decision-ports.ts';
import type { Decisions } from './decisions.ts';
import { namingEditionIdOf, namingIdOf } from './decision-streams.ts';
import { honourStream, namingStream } from './streams.ts';
import { sentBy } from './evaluation.ts';
import { FIRST_PRIZE, pacesetterTables } from './naming-tables.ts';
import { type Outcome, refusal } from './reasons.ts';

/** `reading` empty: a first prize at least once. */
export type ComputeNamingRequest = Readonly<{ seriesId: string; firstYear: number; lastYear: number; reading: string }>;
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
const recordOf = async (decisions: Decisions, edition: SeriesEdition): Promise<EditionRecord> => {
  const { editionId, year, ordinal, abandoned, templateHash, declared } = edition;
  const record = { editionId, year, ordinal, templateHash, declared };
  const nothing = { roundId: null, decisionId: null, documentNumber: null, firstPrizes: [] };
  if (abandoned) return { ...record, ...nothing, state: 'abandoned' };
  for (const roundId of await decisions.known.roundsOf(editionId)) {
    const { round } = await decisions.readRound(roundId);
    if (round.kind !== 'commended') continue;
    const { decision, circular } = round;
    const firsts = circular.honours
      .filter(({ code }) => code === FIRST_PRIZE)
      .map(({ honourId, homeId }) => ({ honourId, homeId }));
    return {
      ...record,
      state: 'commended',
      roundId,
      decisionId: decision.decisionId,
      documentNumber: circular.documentNumber,
      firstPrizes: await standing(decisions, firsts),
    };
  }
  return { ...record, ...nothing, state: 'under-way' };
};

/** The editions of a series as a naming reads them. */
export const seriesRecords = async (decisions: Decisions, seriesId: string): Promise<readonly EditionRecord[]> => {
  const editions = await decisions.known.seriesEditions(seriesId);
  return Promise.all(editions.map((edition) => recordOf(decisions, edition)));
};

/** Computed from what stands in the log: who is in, who is out, and why. The body decides over this list. */
export const computeNaming =
  (decisions: Decisions) =>
  async (request: ComputeNamingRequest, call: CallContext): Promise<NamingAnswer> => {
    const { seriesId, firstYear, lastYear, reading } = request;
    const { known, handleNaming } = decisions;
    const roundId = namingIdOf(seriesId);
    const series = await known.series(seriesId);
    if (series === undefined) return { roundId, handled: refusal('SERIES_NOT_FOUND', 'seriesId') };
    const [editions, successors] = await Promise.all([seriesRecords(decisions, seriesId), known.successors()]);
    const order = {
      type: 'ComputeNaming',
      now: call.now,
      roundId,
      editionId: namingEditionIdOf(seriesId),
      seriesId,
      committeeId: series.committeeId,
      firstYear,
      lastYear,
      reading: reading === '' ? 'first-prize-once' : reading,
      tables: pacesetterTables,
      editions,
      successors,
    } as const;
    const sent = sentBy(call, 'ComputeNaming', { seriesId, firstYear, lastYear, reading });
    return { roundId, handled: await handleNaming({ stream: namingStream(roundId), order, ...sent }) };
  };
