import { FACT_PARTITIONS, factsTopic, TOPIC_PREFIX, WATERMARK_TYPE } from '@jiangong/messaging/broker';
import { factHeaders, type JsonSchema, payloadSchema, watermarkHeaders, watermarkPayload } from './fact-schemas.ts';
import type { FactMessage, ToldContext } from './proto-facts.ts';

const BINDING = '0.5.0';
const VERSION = '1.0.0';

const typeOf = ({ context, name }: FactMessage): string => `${context}.${name}.v1`;

const ref = (...path: readonly string[]): JsonSchema => ({
  $ref: `#/${path.map((part) => part.replaceAll('/', '~1')).join('/')}`,
});

const factMessage = (fact: FactMessage): JsonSchema => ({
  name: typeOf(fact),
  title: fact.name,
  summary: fact.comment,
  contentType: 'application/json',
  headers: ref('components', 'schemas', 'FactHeaders'),
  payload: ref('components', 'schemas', typeOf(fact)),
  bindings: { kafka: { key: { type: 'string', description: 'The stream.' }, bindingVersion: BINDING } },
});

const watermarkMessage: JsonSchema = {
  name: WATERMARK_TYPE,
  title: 'ContextComplete',
  summary: 'How far the partition is complete. Without a key; to be ignored by whoever does not need to know.',
  contentType: 'application/json',
  headers: ref('components', 'schemas', 'WatermarkHeaders'),
  payload: ref('components', 'schemas', WATERMARK_TYPE),
};

const channelOf = ({ context, told, facts }: ToldContext): JsonSchema => {
  const { config } = factsTopic(TOPIC_PREFIX, context);
  return {
    address: factsTopic('{prefix}', context).name,
    title: context,
    description: told,
    parameters: { prefix: { default: TOPIC_PREFIX, description: 'What this installation calls its topics after.' } },
    messages: Object.fromEntries(
      [...facts.map(typeOf), WATERMARK_TYPE].map((type) => [type, ref('components', 'messages', type)]),
    ),
    bindings: {
      kafka: {
        partitions: FACT_PARTITIONS,
        topicConfiguration: {
          'cleanup.policy': ['delete'],
          'retention.ms': Number(config['retention.ms']),
          'retention.bytes': Number(config['retention.bytes']),
          'max.message.bytes': Number(config['max.message.bytes']),
        },
        bindingVersion: BINDING,
      },
    },
  };
};

const DESCRIPTION = [
  'Public facts of merit campaigns, as records of Kafka: CloudEvents 1.0 in binary mode, one topic a context, the stream as key. Facts of a stream come in order, at least once;',
  'a repeat is exact. They are kept for ever. Generated from the protos by `npm run asyncapi`: change those, not this.',
].join(' ');

/** AsyncAPI 3.0 of everything that contexts tell. Pure: the same protos give the same document. */
export const asyncapiDocument = (contexts: readonly ToldContext[]): JsonSchema => {
  const facts = contexts.flatMap((context) => context.facts);
  const parts = contexts.flatMap((context) => context.parts);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Jiangong public facts',
      version: VERSION,
      description: DESCRIPTION,
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(contexts.map((context) => [context.context, channelOf(context)])),
    operations: Object.fromEntries(
      contexts.map(({ context }) => [
        `tell_${context}`,
        { action: 'send', channel: ref('channels', context), summary: `What ${context} tells.` },
      ]),
    ),
    components: {
      messages: {
        ...Object.fromEntries(facts.map((fact) => [typeOf(fact), factMessage(fact)])),
        [WATERMARK_TYPE]: watermarkMessage,
      },
      schemas: {
        FactHeaders: factHeaders,
        WatermarkHeaders: watermarkHeaders,
        [WATERMARK_TYPE]: watermarkPayload,
        ...Object.fromEntries(facts.map((fact) => [typeOf(fact), payloadSchema(fact)])),
        ...Object.fromEntries(parts.map((part) => [`${part.context}.${part.name}`, payloadSchema(part)])),
      },
    },
  };
};
