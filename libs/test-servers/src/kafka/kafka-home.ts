import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePorts } from '../process/free-ports.ts';
import { exists, makeOnce } from '../process/make-once.ts';
import { ServerProcess } from '../process/server-process.ts';
import { brokersInService } from './cluster-metadata.ts';
import { INFRA_KAFKA, nodeProperties, PROPERTIES_FILES } from './node-properties.ts';

const run = promisify(execFile);

const CACHE = join(import.meta.dirname, '../../../../.cache/kafka');
const FETCH_WITHIN_MS = 600_000;
const TOOL_WITHIN_MS = 120_000;
const TOOL_OUTPUT_BYTES_MAX = 1_000_000;

/** Every cluster of a test run has this id (22 characters): data folders are copies of the same formatted ones. */
const CLUSTER_ID = 'jiangong-test-servers0';

/** Small and quick to start rather than quick at length: the broker of a test lives for seconds. */
const JVM_FLAGS = [
  '-Xms64m',
  '-Xmx320m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Djava.net.preferIPv4Stack=true',
];
const LOGGING = `-Dlog4j2.configurationFile=${join(INFRA_KAFKA, 'log4j2.yaml')}`;

/** A prepared Kafka. */
export type KafkaHome = Readonly<{
  /** Arguments of `java` that run a broker on its properties file. */
  brokerArgs: (propertiesFile: string) => readonly string[];
  /** Makes a formatted data folder for a node; one that exists stays as it is. */
  format: (nodeId: number, dataDirectory: string) => Promise<void>;
}>;

/** Another pom, other settings or another Java: another home. */
const homeFolder = async (): Promise<string> => {
  const hash = createHash('sha256');
  for (const file of ['pom.xml', ...Object.values(PROPERTIES_FILES)])
    hash.update(await readFile(join(INFRA_KAFKA, file)));
  hash.update((await run('java', ['-version'])).stderr);
  return join(CACHE, hash.digest('hex').slice(0, 16));
};

const fetchJars = async (folder: string): Promise<void> => {
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`];
  await run('mvn', ['-B', '-q', '-f', join(INFRA_KAFKA, 'pom.xml'), ...goal], {
    timeout: FETCH_WITHIN_MS,
    maxBuffer: TOOL_OUTPUT_BYTES_MAX,
  });
};

const classPathOf = async (jars: string): Promise<string> =>
  (await readdir(jars))
    .sort()
    .map((jar) => join(jars, jar))
    .join(':');

/** By Kafka's own tool; a start copies the outcome instead of waiting a second for another JVM. */
const formatNode = async (classPath: string, nodeId: number, folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const properties = `${folder}.properties`;
  try {
    await writeFile(properties, await nodeProperties(nodeId, [{ nodeId, client: 9092, controller: 9093 }], folder));
    const tool = ['kafka.tools.StorageTool', 'format', '--cluster-id', CLUSTER_ID, '--config', properties];
    await run('java', [...JVM_FLAGS, '-cp', classPath, ...tool], {
      timeout: TOOL_WITHIN_MS,
      maxBuffer: TOOL_OUTPUT_BYTES_MAX,
    });
  } finally {
    await rm(properties, { force: true });
  }
};

/** One broker is started and ended, and leaves the archive of the classes that it loaded: later ones start in half the time. */
const archiveClasses = async (classPath: string, formatted: string, archive: string): Promise<void> => {
  const directory = `${archive}.first-start`;
  const [client, controller] = (await freePorts(2)) as [number, number];
  const properties = join(directory, 'server.properties');
  try {
    await cp(formatted, join(directory, 'data'), { recursive: true });
    await writeFile(properties, await nodeProperties(1, [{ nodeId: 1, client, controller }], join(directory, 'data')));
    const broker = await ServerProcess.start({
      name: 'Kafka (first start)',
      command: 'java',
      args: [...JVM_FLAGS, LOGGING, `-XX:ArchiveClassesAtExit=${archive}`, '-cp', classPath, 'kafka.Kafka', properties],
      logFile: join(directory, 'log'),
    });
    await broker.until(async () => (await brokersInService(`127.0.0.1:${client}`)).includes(1), TOOL_WITHIN_MS);
    await broker.kill('SIGTERM');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
};

/** What stands under `.cache/kafka`; fetched from Maven Central and prepared when it does not (about half a minute, once a machine). */
export const kafkaHome = async (): Promise<KafkaHome> => {
  const home = await homeFolder();
  const jars = join(home, 'jars');
  await makeOnce(jars, fetchJars);
  const classPath = await classPathOf(jars);
  const formatted = async (nodeId: number): Promise<string> => {
    const folder = join(home, 'formatted', String(nodeId));
    await makeOnce(folder, (draft) => formatNode(classPath, nodeId, draft));
    return folder;
  };
  const archive = join(home, 'classes.jsa');
  await makeOnce(archive, async (draft) => archiveClasses(classPath, await formatted(1), draft));
  return {
    brokerArgs: (propertiesFile) => [
      ...JVM_FLAGS,
      LOGGING,
      `-XX:SharedArchiveFile=${archive}`,
      '-cp',
      classPath,
      'kafka.Kafka',
      propertiesFile,
    ],
    format: async (nodeId, dataDirectory) => {
      if (!(await exists(dataDirectory))) await cp(await formatted(nodeId), dataDirectory, { recursive: true });
    },
  };
};
