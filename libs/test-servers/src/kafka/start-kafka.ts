import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePorts } from '../process/free-ports.ts';
import { ServerProcess } from '../process/server-process.ts';
import { brokersInService } from './cluster-metadata.ts';
import { kafkaHome, type KafkaHome } from './kafka-home.ts';
import { nodeProperties, type NodePorts } from './node-properties.ts';

const READY_WITHIN_MS = 120_000;

export type KafkaOptions = Readonly<{
  /** Three keep what is acknowledged when one is lost; each is broker and controller at once. */
  brokers: 1 | 3;
  /** Holds a folder a node; given again, the brokers start with what they had. Created when missing. */
  directory: string;
}>;

export type KafkaBroker = Readonly<{
  /** Its process now; another one after a start. */
  pid: number;
  /** Resolves when it has ended, for a signal that ends it; at once for SIGSTOP and SIGCONT. */
  kill: (signal: NodeJS.Signals) => Promise<void>;
  /** Starts it again on its port and its data; resolves when the cluster has it in service. */
  start: () => Promise<void>;
}>;

export type KafkaServer = Readonly<{
  /** `host:port` of every broker. */
  bootstrap: readonly string[];
  /** By node id: 1, or 1 to 3. The ids are those of the cluster's own metadata. */
  broker: (nodeId: number) => KafkaBroker;
  /** Ends all brokers at once, without flushing: their folder is for throwing away. */
  stop: () => Promise<void>;
}>;

class Broker implements KafkaBroker {
  readonly #home: KafkaHome;
  readonly #node: NodePorts;
  readonly #directory: string;
  #process: ServerProcess | undefined;

  constructor(home: KafkaHome, node: NodePorts, directory: string) {
    this.#home = home;
    this.#node = node;
    this.#directory = directory;
  }

  get address(): string {
    return `127.0.0.1:${this.#node.client}`;
  }

  get pid(): number {
    if (!this.#process) throw new Error(`broker ${this.#node.nodeId} was never started`);
    return this.#process.pid;
  }

  async start(): Promise<void> {
    if (this.#process?.running) throw new Error(`broker ${this.#node.nodeId} runs already`);
    const { nodeId } = this.#node;
    this.#process = await ServerProcess.start({
      name: `Kafka broker ${nodeId}`,
      command: 'java',
      args: this.#home.brokerArgs(join(this.#directory, 'server.properties')),
      logFile: join(this.#directory, 'log'),
    });
    await this.#process.until(async () => (await brokersInService(this.address)).includes(nodeId), READY_WITHIN_MS);
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    await this.#process?.kill(signal);
  }
}

const nodesOf = async ({ brokers }: KafkaOptions): Promise<readonly NodePorts[]> => {
  const drawn = await freePorts(2 * brokers);
  return Array.from({ length: brokers }, (_, index) => ({
    nodeId: index + 1,
    client: drawn[2 * index] as number,
    controller: drawn[2 * index + 1] as number,
  }));
};

/** Starts real brokers of the pinned version from their release jars (infra/kafka/pom.xml). Needs Java 17 and, the first time, Maven. */
export const startKafka = async (options: KafkaOptions): Promise<KafkaServer> => {
  const home = await kafkaHome();
  const nodes = await nodesOf(options);
  const brokers = new Map<number, Broker>();
  for (const node of nodes) {
    const directory = join(options.directory, String(node.nodeId));
    await mkdir(directory, { recursive: true });
    await home.format(node.nodeId, join(directory, 'data'));
    await writeFile(
      join(directory, 'server.properties'),
      await nodeProperties(node.nodeId, nodes, join(directory, 'data')),
    );
    brokers.set(node.nodeId, new Broker(home, node, directory));
  }
  const all = [...brokers.values()];
  const stop = async (): Promise<void> => void (await Promise.all(all.map((broker) => broker.kill('SIGKILL'))));
  const outcomes = await Promise.allSettled(all.map((broker) => broker.start()));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return {
    bootstrap: all.map(({ address }) => address),
    broker: (nodeId) => {
      const broker = brokers.get(nodeId);
      if (!broker) throw new Error(`this cluster has no broker ${nodeId}`);
      return broker;
    },
    stop,
  };
};
