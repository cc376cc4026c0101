import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { periodOf, stepsOf } from '../src/pages/audit/period.ts';
import { placed } from '../src/pages/operations/spans.ts';
import { shortCall } from '../src/pages/operations/calls.ts';

describe('the picture of when it was busy', () => {
  it('shows a month by days, a day by hours, years by months', () => {
    expect(periodOf({}, '2026-11-29')).toEqual({ from: '2026-10-30', to: '2026-11-29', by: 'day' });
    expect(periodOf({ from: '2026-11-29', to: '2026-11-29' }, '2026-11-29').by).toBe('hour');
    expect(periodOf({ from: '2021-01-01' }, '2025-12-31').by).toBe('month');
  });

  it('has a step for every day, hour or month, the quiet ones, too, and begins each at Shanghai’s midnight or hour', () => {
    expect(stepsOf({ from: '2026-02-27', to: '2026-03-01', by: 'day' })).toEqual([
      '2026-02-26T16:00:00.000Z',
      '2026-02-27T16:00:00.000Z',
      '2026-02-28T16:00:00.000Z',
    ]);
    expect(stepsOf({ from: '2026-11-29', to: '2026-11-29', by: 'hour' })).toHaveLength(24);
    expect(stepsOf({ from: '2025-11-05', to: '2026-01-02', by: 'month' })).toEqual([
      '2025-10-31T16:00:00.000Z',
      '2025-11-30T16:00:00.000Z',
      '2025-12-31T16:00:00.000Z',
    ]);
  });
});

const spanOf = (spanId: string, parentSpanId: string | null, startMs: number, milliseconds: number) =>
  ({
    service: 'gateway',
    traceId: 't',
    spanId,
    parentSpanId,
    name: spanId,
    kind: 'internal',
    startedAt: new Date(startMs).toISOString(),
    milliseconds,
    failed: false,
    attributes: {},
  }) as const;

describe('the waterfall of a trace', () => {
  it('puts children below their parent in the order they began, and what has lost its parent at the top', () => {
    const spans = [
      spanOf('b', 'a', 20, 10),
      spanOf('a', null, 0, 100),
      spanOf('c', 'a', 10, 5),
      spanOf('d', 'gone', 50, 1),
    ];
    expect(placed(spans).map(({ span, depth, begins, takes }) => [span.spanId, depth, begins, takes])).toEqual([
      ['a', 0, 0, 1],
      ['c', 1, 0.1, 0.05],
      ['b', 1, 0.2, 0.1],
      ['d', 0, 0.5, 0.01],
    ]);
    expect(placed([])).toEqual([]);
  });

  it('shows every span once and within its time, whatever tree they make', () => {
    const trees = fc.array(fc.tuple(fc.nat(20), fc.nat(1_000), fc.nat(1_000)), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(trees, (drawn) => {
        const spans = drawn.map(([parent, start, took], index) =>
          spanOf(String(index), parent < index ? String(parent) : null, start, took),
        );
        const shown = placed(spans);
        expect(shown.map(({ span }) => span.spanId).toSorted()).toEqual(spans.map(({ spanId }) => spanId).toSorted());
        expect(shown.every(({ begins, takes }) => begins >= 0 && begins + takes <= 1 + 1e-9)).toBe(true);
      }),
    );
  });

  it('names calls without what is the same in all of them', () => {
    expect(shortCall('jiangong.operations.v1.OperationsService/ListSpans')).toBe('OperationsService/ListSpans');
    expect(shortCall('GET /v1/operations/traces')).toBe('GET /v1/operations/traces');
  });
});
