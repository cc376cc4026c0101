import { describe, expect, it } from '@jest/globals';
import { brokerOrder, type Told, type TopicRecord } from './broker-order.ts';

const TOPIC = 'jiangong.evaluation.facts';
let offset = 0;

const fact = (position: number, previous: number | undefined, change: Partial<TopicRecord> = {}): TopicRecord => ({
  topic: TOPIC,
  partition: 0,
  offset: String(offset++),
  type: 'evaluation.RoundTallied.v1',
  place: `${position}/0`,
  position,
  ordinal: 0,
  previous: previous === undefined ? '' : `${previous}/0`,
  digest: `digest-${position}`,
  data: `{"n":${position}}`,
  ...change,
});

const watermark = (position: number, previous: number): TopicRecord =>
  fact(position, previous, { type: 'messaging.ContextComplete.v1' });
const told = (...positions: number[]): readonly Told[] =>
  positions.map((position) => ({ topic: TOPIC, place: `${position}/0`, data: `{"n":${position}}` }));
const what = (records: readonly TopicRecord[], known: readonly Told[]): readonly string[] =>
  brokerOrder(records, known).map((fault) => fault.replace(/offset \d+/, 'offset n'));

const missing = (position: number): string =>
  `I6: ${TOPIC}: ${position}/0 was told and a consumer does not get it as it was told`;

describe('the order of a topic', () => {
  it('says nothing of facts in order, exact repeats, true watermarks and records of others', () =>
    expect(
      what(
        [
          fact(1, undefined),
          fact(4, 1),
          fact(1, undefined),
          fact(4, 1),
          watermark(5, 4),
          fact(7, 4),
          fact(0, undefined, { type: '' }),
        ],
        told(1, 4, 7),
      ),
    ).toEqual([]));
  it('a loss that was healed by sending again is none', () =>
    expect(
      what(
        [fact(1, undefined), fact(7, 4), watermark(8, 7), fact(1, undefined), fact(4, 1), fact(7, 4), fact(9, 7)],
        told(1, 4, 7, 9),
      ),
    ).toEqual([]));
  it('a lost fact is named', () => expect(what([fact(1, undefined)], told(1, 4))).toEqual([missing(4)]));
  it('what stands behind a gap is not got', () =>
    expect(what([fact(1, undefined), fact(7, 4)], told(1, 4, 7))).toEqual([missing(4), missing(7)]));
  it('facts out of order are named', () =>
    expect(what([fact(4, undefined), fact(1, 4)], told(1, 4))).toEqual([
      `I6: ${TOPIC}/0 offset n (1/0): comes after 4/0`,
      missing(1),
    ]));
  it('a repeat that is none is named', () =>
    expect(what([fact(1, undefined), fact(1, undefined, { digest: 'other' })], told(1))).toEqual([
      `I6: ${TOPIC}/0 offset n (1/0): comes again as something else`,
    ]));
  it('a watermark that was not true is named', () =>
    expect(what([fact(1, undefined), watermark(5, 1), fact(4, 1)], told(1, 4))).toEqual([
      `I6: ${TOPIC}/0 offset n (4/0): comes although everything up to 5 was said to be there`,
    ]));
  it('a fact that was never told is named', () =>
    expect(what([fact(1, undefined)], [])).toEqual([`I6: ${TOPIC} 1/0 is there and was never told`]));
});
