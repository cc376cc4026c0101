import type { StoredEvent } from '@jiangong/event-store';
import { measureDecider } from '../domain/measure/decider.ts';
import type { MeasureFact } from '../domain/measure/facts.ts';
import { type OpenMeasure, measuresOf } from '../domain/measure/ground.ts';
import type { Measure } from '../domain/measure/state.ts';
import type { PreparedRound } from '../domain/round/state.ts';
import type { Evaluation } from './evaluation.ts';
import { measureCodec } from './measure-codec.ts';
import { measureIdOf, measureStream } from './streams.ts';

export type MeasureEvent = Readonly<{ event: StoredEvent; fact: MeasureFact }>;

/** What stands of one measure, and how it came about. */
export type MeasureRead = Readonly<{ open: OpenMeasure; measure: Measure; read: readonly MeasureEvent[] }>;

/** Every measure of a round as it stands now. Prose stays sealed. */
export const readRoundMeasures = (
  { ground }: Pick<Evaluation, 'ground'>,
  round: PreparedRound,
): Promise<readonly MeasureRead[]> =>
  Promise.all(
    measuresOf(round).map(async (open) => {
      const stream = measureStream(measureIdOf(round.roundId, open.source.id));
      const codec = measureCodec(ground.privacy);
      const read: MeasureEvent[] = [];
      for (const event of await ground.store.readStream(stream))
        read.push({ event, fact: await codec.fromStored(event) });
      const measure = read.map(({ fact }) => fact).reduce(measureDecider.evolve, measureDecider.initial);
      return { open, measure, read };
    }),
  );
