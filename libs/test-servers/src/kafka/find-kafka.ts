import type { Found } from '../found.ts';
import { noProcesses, toolAnswer } from '../process/tool-answer.ts';

/** Brokers of Kafka 4 need it. */
const JAVA_MIN = 17;

const javaVersion = async (): Promise<number | undefined> => {
  const [, version] = /version "(\d+)/.exec((await toolAnswer('java', '-version')) ?? '') ?? [];
  return version === undefined ? undefined : Number(version);
};

/** Whether brokers can be started as processes of this machine. */
export const findKafka = async (): Promise<Found> => {
  const java = await javaVersion();
  const lacks = [
    await noProcesses(),
    java === undefined || java < JAVA_MIN ? `Java ${JAVA_MIN} or newer` : undefined,
    (await toolAnswer('mvn', '--version')) === undefined ? 'Maven' : undefined,
  ].filter((thing) => thing !== undefined);
  return lacks.length > 0
    ? { kind: 'missing', why: `this machine has not: ${lacks.join(', ')}` }
    : { kind: 'here', what: `Java ${java} and Maven: the brokers' release jars (infra/kafka/pom.xml)` };
};
