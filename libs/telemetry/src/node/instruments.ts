import { type Attributes, metrics } from '@opentelemetry/api';
import { attributeNames, type MetricKey, metricNames, type MetricShape, metricShapes } from '../names.ts';

/** Bounds of the duration histograms, in seconds: the goals of a command and of a question lie between 5 ms and 2 s. */
export const DURATION_BOUNDS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Bounds of histograms that count: what waits or goes together. */
export const COUNT_BOUNDS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 2_048, 4_096, 8_192];

/** One of `metricNames`. */
export type MetricName = (typeof metricNames)[MetricKey];

const shapesByName = new Map<string, MetricShape>(
  Object.entries(metricNames).map(([key, name]) => [name, metricShapes[key as MetricKey]]),
);

const shapeOf = (name: MetricName): MetricShape => {
  const shape = shapesByName.get(name);
  if (shape === undefined) throw new Error(`${name} is no metric of ours`);
  return shape;
};

export type Histogram = Readonly<{ record(value: number, attributes?: Attributes): void }>;

/** A histogram with the unit that `metricShapes` gives it. */
export const histogramOf = (scope: string, name: MetricName): Histogram => {
  const { unit } = shapeOf(name);
  return metrics.getMeter(scope).createHistogram(name, {
    unit,
    advice: { explicitBucketBoundaries: unit === 's' ? DURATION_BOUNDS_S : COUNT_BOUNDS },
  });
};

export type Counter = Readonly<{ add(value: number, attributes?: Attributes): void }>;

export const counterOf = (scope: string, name: MetricName): Counter =>
  metrics.getMeter(scope).createCounter(name, { unit: shapeOf(name).unit });

/** A gauge read whenever metrics are collected. What can not be read at that moment (the database is away) is left out. */
export const gaugeOf = (
  scope: string,
  name: MetricName,
  read: () => number | undefined | Promise<number | undefined>,
): void => {
  metrics
    .getMeter(scope)
    .createObservableGauge(name, { unit: shapeOf(name).unit })
    .addCallback(async (result) => {
      const value = await read();
      if (value !== undefined) result.observe(value);
    });
};

export type GaugeByName = Readonly<{
  name: MetricName;
  /** What the names are; readers when absent. */
  by?: (typeof attributeNames)['reader' | 'stream'];
  /** A short, fixed set of names. */
  read: () => Promise<Readonly<Record<string, number>>>;
}>;

/** The same with a value for each name. */
export const observeGauge = (scope: string, gauge: GaugeByName): void => {
  metrics
    .getMeter(scope)
    .createObservableGauge(gauge.name, { unit: shapeOf(gauge.name).unit })
    .addCallback(async (result) => {
      for (const [name, value] of Object.entries(await gauge.read()))
        result.observe(value, { [gauge.by ?? attributeNames.reader]: name });
    });
};
