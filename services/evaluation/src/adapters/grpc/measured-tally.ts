import { metricNames, spanNames } from '@jiangong/telemetry';
import { histogramOf, inSpan } from '@jiangong/telemetry/node';

const duration = histogramOf('evaluation', metricNames.tallyDuration);

/** A tally from the opening of the sheets to the stored result, refused ones included. */
export const measuredTally = <T>(work: () => Promise<T>): Promise<T> =>
  inSpan({ scope: 'evaluation', name: spanNames.tally }, async () => {
    const started = performance.now();
    try {
      return await work();
    } finally {
      duration.record((performance.now() - started) / 1_000);
    }
  });
