import type { StoredEvent } from '@jiangong/event-store';
import { measureDecider } from '../domain/measure/decider.ts';
import type { MeasureFact } from '../domain/measure/facts.ts';
import { measuresOf } from '../domain/measure/ground.ts';
import { valuesOf } from '../domain/measure/values-of.ts';
import type { ReadMeasures } from '../domain/round/orders.ts';
import type { PreparedRound } from '../domain/round/state.ts';
import type { Evaluation } from './evaluation.ts';
import { measureCodec } from './measure-codec.ts';
import { measureIdOf, measureStream } from './streams.ts';

/** What two persons settled carries their proposal; everything else that gives a value is one person's. */
const byOne = ({ type, data }: StoredEvent): boolean =>
  type !== ('MeasureChanged.v1' satisfies MeasureFact['type']) ||
  (data as Readonly<{ proposalId: string | null }>).proposalId === null;

/**
 * `first`: as far as the first opening read, since when nobody changes a value alone; `through`: as far as an earlier reading went; else as far
 * as there is anything. Values are opened here; nothing that is read is prose: that stays sealed.
 */
export const readMeasures = async (
  { ground }: Pick<Evaluation, 'ground'>,
  round: PreparedRound,
  at: Readonly<{ first?: number; through?: number }>,
): Promise<ReadMeasures | undefined> => {
  const measures = measuresOf(round);
  if (measures.length === 0) return undefined;
  const read = await Promise.all(
    measures.map(async ({ rules }) => ({
      rules,
      events: await ground.store.readStream(measureStream(measureIdOf(round.roundId, rules.sourceId))),
    })),
  );
  const latest = Math.max(0, ...read.map(({ events }) => events.at(-1)?.position ?? 0));
  const through = at.through ?? latest;
  const first = at.first ?? through;
  const codec = measureCodec(ground.privacy);
  const values = await Promise.all(
    read.map(async ({ rules, events }) => {
      let measure = measureDecider.initial;
      for (const event of events.filter((one) => one.position <= (byOne(one) ? first : through)))
        measure = measureDecider.evolve(measure, await codec.fromStored(event));
      return valuesOf(rules, measure);
    }),
  );
  return { through, values: values.flat() };
};
