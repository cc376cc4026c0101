import type { StoredEvent } from '@jiangong/event-store';
import type { HonourFact } from '../domain/honour/facts.ts';
import type { Decisions } from './decisions.ts';
import { openProse } from './prose-codec.ts';
import { honourStream } from './streams.ts';

type Recheck = Readonly<{ effectiveOn: string; outcome: string; rectifyBy: string; report: string }>;
type Proposed = Readonly<{
  proposalId: string;
  act: string;
  reason: string;
  effectiveOn: string;
  proposedBy: string;
  role: string;
  proposedAt: string;
  why: string;
}>;

export type HonourRead = Readonly<{
  state: 'granted' | 'withdrawn';
  shown: Readonly<{
    certificateNumber: string;
    rechecks: readonly Recheck[];
    proposals: readonly Proposed[];
    plaque: string;
    revision: number;
  }>;
}>;

type DataOf<T extends HonourFact['type']> = Extract<HonourFact, { type: T }>['data'];

const ofType = (events: readonly StoredEvent[], type: HonourFact['type']): readonly StoredEvent[] =>
  events.filter((event) => event.type === type);

/** One honour from its own stream, with what was written about it as far as its key is still there. */
export const honourRead =
  ({ ground, handleHonour }: Decisions) =>
  async (honourId: string): Promise<HonourRead | undefined> => {
    const stream = honourStream(honourId);
    const [{ state }, events] = await Promise.all([handleHonour.stateOf(stream), ground.store.readStream(stream)]);
    if (state.kind === 'absent') return undefined;
    const rechecks = ofType(events, 'HonourRechecked.v1').map(async (event): Promise<Recheck> => {
      const { effectiveOn, outcome, rectifyBy } = event.data as DataOf<'HonourRechecked.v1'>;
      const prose = await openProse<{ report: string }>(ground.privacy, event);
      return { effectiveOn, outcome, rectifyBy: rectifyBy ?? '', report: prose?.report ?? '' };
    });
    const standing = new Set(state.proposals.map(({ proposalId }) => proposalId));
    const proposals = ofType(events, 'ActProposed.v1')
      .filter(({ data }) => standing.has((data as DataOf<'ActProposed.v1'>).proposalId))
      .map(async (event): Promise<Proposed> => {
        const { proposalId, act, proposedBy, role, proposedAt, terms } = event.data as DataOf<'ActProposed.v1'>;
        const { reason, effectiveOn } = terms;
        const prose = await openProse<{ why: string }>(ground.privacy, event);
        return { proposalId, act, reason, effectiveOn, proposedBy, role, proposedAt, why: prose?.why ?? '' };
      });
    return {
      state: state.kind,
      shown: {
        certificateNumber: state.honour.certificateNumber,
        rechecks: await Promise.all(rechecks),
        proposals: await Promise.all(proposals),
        plaque: state.kind === 'withdrawn' ? state.plaque : '',
        revision: events.length - 1,
      },
    };
  };
