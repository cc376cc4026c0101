import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Servers that the platform can be played over instead of its own means. */
export const STACK_KINDS = ['kafka', 'redis'] as const;
export type StackKind = (typeof STACK_KINDS)[number];

export type Stack = Readonly<{
  /** What the supervisor is told. */
  environment: Readonly<Record<string, string>>;
  stop: () => Promise<void>;
}>;

type Variables = Readonly<Record<string, string | undefined>>;

/** A given broker may hold the topics of another run: this one has names of its own. */
const topicPrefix = (): string => `demo-${randomBytes(4).toString('hex')}`;

const SETTINGS: Readonly<Record<StackKind, (variables: Variables) => Readonly<Record<string, string>>>> = {
  kafka: ({ TEST_KAFKA_BROKERS = '' }) => ({ MESSAGING: 'kafka', KAFKA_BROKERS: TEST_KAFKA_BROKERS, KAFKA_TOPIC_PREFIX: topicPrefix() }),
  redis: ({ TEST_REDIS_URL = '' }) => ({ REDIS_URL: TEST_REDIS_URL }),
};

/** Starts what is asked for, or takes what is given; throws, and leaves nothing running, when one is not to be had. */
export const startStack = async (kinds: readonly StackKind[], tell: (text: string) => void): Promise<Stack> => {
  if (kinds.length === 0) return { environment: {}, stop: () => Promise.resolve() };
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
    return { environment, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
