import { describe, expect, it } from '@jest/globals';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { RecentSpans, SPANS_KEPT_MAX, SPANS_KEPT_MS_MAX } from './index.ts';

const NOW = 1_795_400_000_000;
const EVENT = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a01';

type Told = Readonly<{
  traceId?: string;
  number?: number;
  at?: number;
  parent?: string;
  failed?: boolean;
  attributes?: Record<string, string | string[]>;
}>;

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');

const spans = () => {
  const kept = new RecentSpans(() => NOW);
  const end = ({ traceId = hex(1, 32), number = 1, at = NOW, parent, failed = false, attributes = {} }: Told): void =>
    kept.onEnd({
      name: `span ${number}`,
      kind: SpanKind.SERVER,
      spanContext: () => ({ traceId, spanId: hex(number, 16), traceFlags: 1 }),
      ...(parent === undefined ? {} : { parentSpanContext: { traceId, spanId: parent, traceFlags: 1 } }),
      startTime: [Math.floor(at / 1_000), 5_000],
      duration: [0, 1_500_000],
      status: { code: failed ? SpanStatusCode.ERROR : SpanStatusCode.UNSET },
      attributes,
    } as unknown as Parameters<RecentSpans['onEnd']>[0]);
  const found = (question: Omit<Parameters<RecentSpans['find']>[0], 'limitMax'> = {}, limitMax = 10) =>
    kept.find({ ...question, limitMax }).map(({ name }) => name);
  return { kept, end, found };
};

describe('the last spans of a process', () => {
  it('are kept with the attributes of names.ts alone: what a library adds is not shown', () => {
    const { kept, end } = spans();
    end({ attributes: { 'db.query.text': 'select $1', 'user.name': 'a person', 'jiangong.outcome': 'ok' } });
    expect(kept.find({ limitMax: 1 }).map(({ attributes }) => attributes)).toEqual([{ 'jiangong.outcome': 'ok' }]);
  });

  it('are kept with names, times and ids, the newest first', () => {
    const { kept, end, found } = spans();
    end({ number: 1 });
    end({
      number: 2,
      parent: hex(1, 16),
      attributes: { 'jiangong.event.ids': [EVENT, 'other'], 'jiangong.outcome': 'ok' },
    });
    expect(found()).toEqual(['span 2', 'span 1']);
    expect(kept.find({ limitMax: 1 })).toEqual([
      {
        ...{
          traceId: hex(1, 32),
          spanId: hex(2, 16),
          parentSpanId: hex(1, 16),
          name: 'span 2',
          kind: 'server',
          failed: false,
        },
        ...{ startedAtMicroseconds: NOW * 1_000 + 5, durationMicroseconds: 1_500 },
        attributes: { 'jiangong.event.ids': `${EVENT},other`, 'jiangong.outcome': 'ok' },
      },
    ]);
  });

  it('are found by trace, by event, by being a beginning or an accident', () => {
    const { end, found } = spans();
    end({ number: 1, traceId: hex(1, 32) });
    end({ number: 2, traceId: hex(2, 32), parent: hex(9, 16), attributes: { 'jiangong.event.ids': [EVENT] } });
    end({ number: 3, traceId: hex(2, 32), parent: hex(2, 16), failed: true });
    expect(found({ traceId: hex(2, 32) })).toEqual(['span 3', 'span 2']);
    expect(found({ eventId: EVENT })).toEqual(['span 2']);
    expect(found({ eventId: EVENT.slice(1) })).toEqual([]);
    expect(found({ rootsOnly: true })).toEqual(['span 1']);
    expect(found({ failedOnly: true })).toEqual(['span 3']);
    expect(found({}, 2)).toEqual(['span 3', 'span 2']);
  });

  it('are so many and no more, and none that is older than the last minutes', () => {
    const { end, found } = spans();
    for (let number = 1; number <= SPANS_KEPT_MAX + 3; number += 1) end({ number });
    expect(found({}, SPANS_KEPT_MAX * 2)).toHaveLength(SPANS_KEPT_MAX);
    expect(found({}, SPANS_KEPT_MAX).at(-1)).toBe('span 4');
    const aged = spans();
    aged.end({ number: 1, at: NOW - SPANS_KEPT_MS_MAX - 1_000 });
    aged.end({ number: 2 });
    expect(aged.found()).toEqual(['span 2']);
  });
});
