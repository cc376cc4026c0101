import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Use } from './stack-use.ts';

/** Servers that the platform can be played over instead of its own means. */
export const STACK_KINDS = ['kafka', 'redis'] as const;
export type StackKind = (typeof STACK_KINDS)[number];

export type Stack = Readonly<{
  /** What the supervisor is told. */
  environment: Readonly<Record<string, string>>;
  /** What each server has done for the platform, and the faults: one that did nothing was not used. */
  uses: () => Promise<Readonly<{ told: readonly string[]; faults: readonly string[] }>>;
  stop: () => Promise<void>;
}>;

type Environment = Readonly<Record<string, string>>;
type Variables = Readonly<Record<string, string | undefined>>;

/** A given broker may hold the topics of another run: this one has names of its own. */
const topicPrefix = (): string => `demo-${randomBytes(4).toString('hex')}`;

const SETTINGS: Readonly<Record<StackKind, (variables: Variables) => Environment>> = {
  kafka: ({ TEST_KAFKA_BROKERS = '' }) => ({
    MESSAGING: 'kafka',
    KAFKA_BROKERS: TEST_KAFKA_BROKERS,
    KAFKA_TOPIC_PREFIX: topicPrefix(),
  }),
  redis: ({ TEST_REDIS_URL = '' }) => ({ REDIS_URL: TEST_REDIS_URL }),
};

const usesOf = async (kinds: readonly StackKind[], environment: Environment): ReturnType<Stack['uses']> => {
  if (kinds.length === 0) return { told: [], faults: [] };
  const { commandsOf, recordsIn } = await import('./stack-use.ts'); // brings the servers' clients
  const useOf: Readonly<Record<StackKind, () => Promise<Use>>> = {
    kafka: () => recordsIn(environment['KAFKA_BROKERS'] ?? '', environment['KAFKA_TOPIC_PREFIX'] ?? ''),
    redis: () => commandsOf(environment['REDIS_URL'] ?? ''),
  };
  const uses = await Promise.all(kinds.map(async (kind) => ({ kind, ...(await useOf[kind]()) })));
  return {
    told: uses.map(({ kind, what, count }) => `${kind}: ${count} ${what}`),
    faults: uses
      .filter(({ count }) => count === 0)
      .map(({ kind, what }) => `the platform did not use ${kind}: no ${what}`),
  };
};

/** Starts what is asked for, or takes what is given; throws, and leaves nothing running, when one is not to be had. */
export const startStack = async (kinds: readonly StackKind[], tell: (text: string) => void): Promise<Stack> => {
  if (kinds.length === 0) return { environment: {}, uses: () => usesOf(kinds, {}), stop: () => Promise.resolve() };
  const { findServer, startFound, TITLES } = await import('@jiangong/test-servers'); // a plain demo loads none of it
  const directory = await mkdtemp(join(tmpdir(), 'jiangong-demo-stack-'));
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(stops.map((one) => one()));
    await rm(directory, { recursive: true, force: true });
  };
  try {
    const environment: Record<string, string> = {};
    for (const kind of kinds) {
      const found = await findServer(kind);
      if (found.kind === 'missing') throw new Error(`${TITLES[kind]} is not to be had: ${found.why}`);
      const server = await startFound(kind, found, directory);
      stops.push(server.stop);
      Object.assign(environment, SETTINGS[kind]({ ...process.env, ...server.variables }));
      tell(`${TITLES[kind]} (${found.kind}): ${found.what}`);
    }
    return { environment, uses: () => usesOf(kinds, environment), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
