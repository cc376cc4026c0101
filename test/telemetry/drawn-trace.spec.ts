import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { drawTrace } from './draw-trace.ts';
import { BROKER_EDGES, CLICK, DECLARATION_EDGES, edgesOf, missingEdges } from './expected-edges.ts';
import { spansIn } from './otlp-receiver.ts';

/** Made by `npm run trace -- declaration --over kafka --out libs/telemetry/docs/declaration-trace.json`. */
const FILE = 'libs/telemetry/docs/declaration-trace.json';

const spans = spansIn(await readFile(FILE, 'utf8'));
const known = new Set(spans.map(({ spanId }) => spanId));
const click = spans.find(({ parentSpanId }) => !known.has(parentSpanId))?.parentSpanId;

describe('the trace of one declaration that is kept here', () => {
  it('is one trace over Kafka with every edge, and begins with the click', () => {
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
    const edges = edgesOf(spans, click);
    expect(missingEdges([...DECLARATION_EDGES, ...BROKER_EDGES], edges)).toEqual([]);
    expect(edges.filter(({ parent }) => parent === CLICK)).toHaveLength(1);
  });

  it.each(['README.md', 'libs/telemetry/README.md'])('is drawn in %s as it is', async (readme) => {
    expect(await readFile(readme, 'utf8')).toContain(`\`\`\`\n${drawTrace(spans)}\n\`\`\``);
  });
});
