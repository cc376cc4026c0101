import type { Handled } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import { type SeriesBegun, seriesDecider, type SeriesRefusal } from '../domain/series/series.ts';
import { seriesStream } from './streams.ts';

type Claim = Readonly<{ seriesId: string; committeeId: string }>;
type Refused = Extract<Handled<SeriesBegun, SeriesRefusal>, { kind: 'refused' }>;

/**
 * Claims a series for a committee before an edition opens in it; answers only when it is refused. The series' own stream decides,
 * not a read model: of two committees that open its first edition at once, one gets it.
 */
export const seriesClaims = (ground: Ground) => {
  const handle = ground.handler(seriesDecider);
  return {
    claim: async ({ seriesId, committeeId }: Claim, call: CallContext): Promise<Refused | undefined> => {
      const handled = await handle({
        stream: seriesStream(seriesId),
        order: { type: 'ClaimSeries', now: call.now, seriesId, committeeId },
        body: { order: 'ClaimSeries', seriesId, committeeId },
        context: call,
      });
      return handled.kind === 'refused' ? handled : undefined;
    },
  };
};

export type SeriesClaims = ReturnType<typeof seriesClaims>;
