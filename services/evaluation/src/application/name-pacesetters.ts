import type { CallContext } from '@jiangong/service-host';
import type { Meeting } from '../domain/meeting.ts';
import type { SeriesFact } from '../domain/series/facts.ts';
import type { SeriesRefusal } from '../domain/series/refusals.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { type Outcome, refusal } from './reasons.ts';
import { seriesEditions } from './series-editions.ts';
import { seriesStream } from './streams.ts';

/** `reading` empty: a first prize at least once. */
export type NamePacesettersRequest = Readonly<{
  seriesId: string;
  firstYear: number;
  lastYear: number;
  reading: string;
  meeting: Meeting;
}>;

export const namePacesetters =
  (evaluation: Evaluation) =>
  async (request: NamePacesettersRequest, call: CallContext): Promise<Outcome<SeriesFact, SeriesRefusal>> => {
    const { seriesId, firstYear, lastYear, reading, meeting } = request;
    const { knowledge, handleSeries } = evaluation;
    const committeeId = await knowledge.committeeOfSeries(seriesId);
    if (committeeId === undefined) return refusal('SERIES_NOT_FOUND', 'seriesId');
    const [body, editions] = await Promise.all([
      knowledge.leadership(committeeId, call.now),
      seriesEditions(evaluation, seriesId),
    ]);
    const order = {
      kind: 'name-pacesetters',
      seriesId,
      committeeId,
      firstYear,
      lastYear,
      reading: reading === '' ? 'first-prize-once' : reading,
      meeting,
      body,
      editions,
      now: call.now,
    } as const;
    return handleSeries({
      stream: seriesStream(seriesId),
      order,
      ...sentBy(call, 'NamePacesetters', { seriesId, firstYear, lastYear, reading, meeting }),
    });
  };
