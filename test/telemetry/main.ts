import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startKafka } from '@jiangong/test-servers';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawTrace, otlpOf, withoutDatabase } from './draw-trace.ts';
import { BROKER_EDGES, DECLARATION_EDGES, edgesOf, missingEdges } from './expected-edges.ts';
import { TracedCampaign } from './traced-campaign.ts';

const USAGE =
  'npm run trace -- declaration [--over kafka] [--out FILE.json]: plays one declaration on a fresh platform and draws its trace';

const EXIT_USAGE = 2;

type Asked = Readonly<{ overKafka: boolean; out: string | undefined }>;

const asked = (): Asked | undefined => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { over: { type: 'string', default: 'log' }, out: { type: 'string' } },
  });
  if (positionals.join(' ') !== 'declaration' || !['log', 'kafka'].includes(values.over)) return undefined;
  return { overKafka: values.over === 'kafka', out: values.out };
};

const trace = async ({ overKafka, out }: Asked, environment: Readonly<Record<string, string>>): Promise<void> => {
  const expected = overKafka ? [...DECLARATION_EDGES, ...BROKER_EDGES] : DECLARATION_EDGES;
  const traced = await TracedCampaign.start(environment);
  try {
    const { traceId, clickSpanId } = await traced.declare();
    const missing = (): readonly string[] => missingEdges(expected, edgesOf(traced.spansOf(traceId), clickSpanId));
    await traced.arrives(() => missing().length === 0);
    const spans = withoutDatabase(traced.spansOf(traceId));
    if (missing().length > 0) throw new Error(`these edges are missing: ${missing().join('; ')}\n${drawTrace(spans)}`);
    if (out !== undefined) await writeFile(out, otlpOf(spans));
    process.stdout.write(`${drawTrace(spans)}\n`);
  } finally {
    await traced.stop();
  }
};

const overKafka = async (given: Asked): Promise<void> => {
  const directory = await mkdtemp(join(tmpdir(), 'jiangong-trace-'));
  const kafka = await startKafka({ brokers: 1, directory });
  try {
    await trace(given, { MESSAGING: 'kafka', KAFKA_BROKERS: kafka.bootstrap.join(',') });
  } finally {
    await kafka.stop();
    await rm(directory, { recursive: true, force: true });
  }
};

const given = asked();
if (given === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = EXIT_USAGE;
} else if (given.overKafka) await overKafka(given);
else await trace(given, {});
