import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { describeOn } from '@jiangong/test-servers';
import { filesUnder } from '../laws/run-tool.ts';
import { neededServers, serversNamedIn } from './needed-servers.ts';

const ROOT = process.cwd();

describe('which servers a run starts', () => {
  it('those that its spec files name, each once', async () => {
    expect(
      serversNamedIn("describeOn('kafka', 'a', f);\n  describeOn('own-redis', 'b', f); describeOn('kafka', 'c', f)"),
    ).toStrictEqual(['kafka', 'own-redis', 'kafka']);
    expect(
      serversNamedIn("describeOn(['kafka', 'own-collector'], 'a', f); describeOn([\n  'redis',\n], 'b', f)"),
    ).toStrictEqual(['kafka', 'own-collector', 'redis']);
    expect(await neededServers(ROOT, ['libs/test-servers/test/redis'])).toStrictEqual(['own-redis', 'redis']);
    expect(await neededServers(ROOT, ['no/such/file'])).toStrictEqual([]);
  });

  it('every stack spec names one: what needs no server is an integration test', async () => {
    const specs = ['libs', 'services', 'test'].flatMap((folder) => filesUnder(folder, '.stack-spec.ts'));
    expect(specs.length).toBeGreaterThan(3);
    const nameless: string[] = [];
    for (const path of specs) if (serversNamedIn(await readFile(path, 'utf8')).length === 0) nameless.push(path);
    expect(nameless).toStrictEqual([]);
  });
});

describe('a suite whose server the run has not', () => {
  const environment = { ...process.env };
  afterEach(() => {
    Object.assign(globalThis, { describe, it });
    process.env = { ...environment };
  });

  /** What jest would be told. */
  const toldJest = (kind: Parameters<typeof describeOn>[0]): readonly string[] => {
    const told: string[] = [];
    const stubs = {
      describe: (name: string, suite: () => void) => {
        told.push(name);
        suite();
      },
      it: { skip: (name: string) => told.push(`skipped: ${name}`) },
    };
    Object.assign(globalThis, stubs);
    describeOn(kind, 'the suite', () => told.push('ran'));
    return told;
  };

  it('is one skipped test that says which, and why', () => {
    delete process.env['TEST_KAFKA_BROKERS'];
    process.env['TEST_MISSING_KAFKA'] = 'this machine has not: Maven';
    expect(toldJest('kafka')).toStrictEqual(['the suite', 'skipped: needs Kafka (kafka): this machine has not: Maven']);
  });

  it('says how to run it when no set-up looked for the server', () => {
    delete process.env['TEST_REDIS_URL'];
    expect(toldJest('redis')).toStrictEqual([
      'the suite',
      'skipped: needs Redis (redis): TEST_REDIS_URL is not set: run it with npm run test:stack',
    ]);
  });

  it('of several needs each', () => {
    process.env['TEST_REDIS_URL'] = 'redis://127.0.0.1:1';
    delete process.env['TEST_OWN_COLLECTOR'];
    process.env['TEST_MISSING_OWN_COLLECTOR'] = 'this machine has not: Go';
    expect(toldJest(['redis', 'own-collector'])).toStrictEqual([
      'the suite',
      'skipped: needs an OpenTelemetry Collector of its own (own-collector): this machine has not: Go',
    ]);
  });

  it('runs where it has', () => {
    process.env['TEST_REDIS_URL'] = 'redis://127.0.0.1:1';
    expect(toldJest('redis')).toStrictEqual(['the suite', 'ran']);
  });
});
