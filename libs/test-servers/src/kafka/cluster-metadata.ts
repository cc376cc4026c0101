import { Kafka, logLevel } from 'kafkajs';

const ANSWER_WITHIN_MS = 1_000;

/** The ids of the brokers that a broker knows to be in service; none while it does not answer. */
export const brokersInService = async (address: string): Promise<readonly number[]> => {
  const kafka = new Kafka({
    brokers: [address],
    clientId: 'test-servers',
    connectionTimeout: ANSWER_WITHIN_MS,
    requestTimeout: ANSWER_WITHIN_MS,
    retry: { retries: 0 },
    logLevel: logLevel.NOTHING,
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    const { brokers, controller } = await admin.describeCluster();
    return controller === null ? [] : brokers.map(({ nodeId }) => nodeId);
  } catch {
    return []; // still starting: whoever waits gives up after a time, with the broker's own last words
  } finally {
    await admin.disconnect();
  }
};
