import { describe, expect, it } from '@jest/globals';
import { recordOfFact, recordOfWatermark, WATERMARK_TYPE } from '@jiangong/messaging/broker';
import { type CloudEventV1, Kafka, type KafkaMessage } from 'cloudevents';
import { relayed } from './partition-records.ts';

/** What any consumer with the CloudEvents SDK makes of a record. */
const asEvent = ({ headers, key, value }: ReturnType<typeof recordOfFact>): CloudEventV1<unknown> =>
  Kafka.toEvent({ headers, key, value, body: value } as unknown as KafkaMessage) as CloudEventV1<unknown>;

describe('a record in a topic', () => {
  const fact = relayed(7, {
    ordinal: 2,
    revision: 3,
    data: '{"editionId":"e-1","title":"“一网通办”"}',
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  });
  const record = recordOfFact(fact, { partition: 1, generation: 4, previous: { position: 5, ordinal: 0 } });

  it('is a CloudEvent in binary mode, the stream its key, the data as the producer stored it', () => {
    expect(record).toStrictEqual({
      partition: 1,
      key: 'evaluation.thing-1',
      value: '{"editionId":"e-1","title":"“一网通办”"}',
      headers: {
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_id: `${fact.eventId}/2`,
        ce_source: '/jiangong/evaluation',
        ce_type: 'evaluation.Thing.v1',
        ce_time: '2021-01-04T01:00:00.000Z',
        ce_subject: 'evaluation.thing-1',
        ce_traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
        ce_jgposition: '7',
        ce_jgordinal: '2',
        ce_jgrevision: '3',
        ce_jgcorrelation: fact.correlationId,
        ce_jggeneration: '4',
        ce_jgprevious: '5/0',
      },
    });
  });

  it('is what the CloudEvents SDK reads as the same event', () => {
    expect({ ...asEvent(record) }).toMatchObject({
      id: `${fact.eventId}/2`,
      source: '/jiangong/evaluation',
      type: 'evaluation.Thing.v1',
      time: '2021-01-04T01:00:00.000Z',
      subject: 'evaluation.thing-1',
      datacontenttype: 'application/json',
      partitionkey: 'evaluation.thing-1',
      jgposition: '7',
      jgprevious: '5/0',
    });
  });

  it('the first of a partition names nothing before it', () => {
    expect(recordOfFact(fact, { partition: 0, generation: 1, previous: null }).headers).not.toHaveProperty(
      'ce_jgprevious',
    );
  });

  it('a watermark is one too, without a key', () => {
    const told = recordOfWatermark(
      { context: 'evaluation', through: 9, sentAt: '2021-03-01T00:00:00.000Z' },
      { partition: 2, generation: 1, previous: null },
    );
    expect(told).toStrictEqual({
      partition: 2,
      key: null,
      value: '{"context":"evaluation","through":9}',
      headers: {
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_id: 'evaluation/1/9',
        ce_source: '/jiangong/evaluation',
        ce_type: WATERMARK_TYPE,
        ce_time: '2021-03-01T00:00:00.000Z',
        ce_jgposition: '9',
        ce_jggeneration: '1',
      },
    });
    expect(asEvent(told).id).toBe('evaluation/1/9');
  });
});
