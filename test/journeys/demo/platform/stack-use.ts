import { Kafka, logLevel } from 'kafkajs';
import { createClient } from 'redis';

/** What a server did for a platform, for those who would not believe a demo that passed without it. */
export type Use = Readonly<{ what: string; count: number }>;

/** Commands that a client sends to be connected, and that do nothing for a platform. */
const IDLE_COMMANDS = ['hello', 'ping', 'client', 'auth', 'select', 'info', 'subscribe'];

/** Records in the topics of a prefix. */
export const recordsIn = async (brokers: string, topicPrefix: string): Promise<Use> => {
  const kafka = new Kafka({ brokers: brokers.split(','), clientId: 'demo', logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  try {
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(`${topicPrefix}.`));
    let count = 0;
    for (const topic of topics)
      for (const { low, high } of await admin.fetchTopicOffsets(topic)) count += Number(high) - Number(low);
    return { what: `records in ${topics.length} topics`, count };
  } finally {
    await admin.disconnect();
  }
};

/** Commands that the server has done since its start. */
export const commandsOf = async (url: string): Promise<Use> => {
  const client = createClient({ url });
  await client.connect();
  try {
    const lines = (await client.info('commandstats')).matchAll(/^cmdstat_([a-z]+)[^:]*:calls=(\d+)/gm);
    const count = [...lines]
      .filter(([, name = '']) => !IDLE_COMMANDS.includes(name))
      .reduce((sum, [, , calls]) => sum + Number(calls), 0);
    return { what: 'commands of sessions, limits, repeated orders and live pages', count };
  } finally {
    client.destroy();
  }
};
