import { type Handled, isRefusal } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import { claimedIn, seriesDecider, type SeriesFact, type SeriesRefusal } from '../domain/series/series.ts';
import type { Editions } from './editions.ts';
import { seriesStream } from './streams.ts';

type Claim = Readonly<{
  seriesId: string;
  committeeId: string;
  year: number;
  ordinal: number;
  editionId: string;
  templateId: string;
}>;
type Refused = Extract<Handled<SeriesFact, SeriesRefusal>, { kind: 'refused' }>;

/**
 * Claims an ordinal of a series' year before an edition opens in it; answers only when it is refused. The series' own stream decides,
 * not a read model: of two that open at once, one gets it. Which editions were given up is read from theirs.
 */
export const seriesClaims = (ground: Ground, editions: Editions) => {
  const handle = ground.handler(seriesDecider);
  /** The series as it stands, and the order over it. */
  const asked = async (claim: Claim, now: string) => {
    const { state } = await handle.stateOf(seriesStream(claim.seriesId));
    const before = await Promise.all(
      claimedIn(state, claim.year).map(async (editionId) => ({ editionId, edition: await editions.read(editionId) })),
    );
    const abandoned = before.filter(({ edition }) => edition.kind === 'abandoned').map(({ editionId }) => editionId);
    return { state, order: { type: 'ClaimEdition', now, ...claim, abandoned } as const };
  };
  return {
    claim: async (claim: Claim, call: CallContext): Promise<Refused | undefined> => {
      const { order } = await asked(claim, call.now);
      const handled = await handle({
        stream: seriesStream(claim.seriesId),
        order,
        body: { order: 'ClaimEdition', ...claim },
        context: call,
      });
      return handled.kind === 'refused' ? handled : undefined;
    },
    /** What the rule book would say, nothing stored. */
    foresee: async (claim: Claim, now: string): Promise<SeriesRefusal | undefined> => {
      const { state, order } = await asked(claim, now);
      const decision = seriesDecider.decide(state, order);
      return isRefusal(decision) ? decision : undefined;
    },
  };
};

export type SeriesClaims = ReturnType<typeof seriesClaims>;
