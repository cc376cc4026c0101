import { describe, expect, it } from '@jest/globals';
import { eventIdOf } from '@jiangong/event-store';
import { acknowledgedOnce, type Known } from './acknowledged-once.ts';
import type { LoggedRow } from './stored-log.ts';

const STREAM = 'organizations.organization-1';

const made = (
  requestId: string,
  position: number,
  ordinal = 0,
  change: Readonly<{ eventId?: string; kind?: string; type?: string }> = {},
): LoggedRow => {
  const { eventId = eventIdOf(requestId, STREAM, ordinal), kind = 'person', type = 'OrganizationRenamed.v1' } = change;
  return {
    position,
    stream: STREAM,
    revision: position - 1,
    type,
    hash: `hash-${eventId}`,
    entry: JSON.stringify({ requestId, eventId, actor: { kind } }),
    data: '{}',
  };
};

const receiptOf = (...rows: LoggedRow[]): Known['receipt'] => ({
  events: rows.map(({ entry, hash }) => ({ eventId: (JSON.parse(entry) as { eventId: string }).eventId, hash })),
  position: rows.at(-1)?.position ?? 0,
});

const known = (requestId: string, outcome: Known['outcome'], change: Partial<Known> = {}): Known => ({
  requestId,
  kind: 'rename',
  outcome,
  tries: 1,
  receipt: undefined,
  ...change,
});

describe('what was acknowledged stands in the log once, and nothing else does', () => {
  it('says nothing where that is so', () => {
    const [one, two] = [made('a', 1), made('a', 2, 1)];
    expect(
      acknowledgedOnce(
        [
          known('a', 'acknowledged', { receipt: receiptOf(one, two) }),
          known('b', 'unknown'),
          known('c', 'unknown'),
          known('d', 'refused'),
          known('e', 'acknowledged', { receipt: receiptOf() }),
        ],
        [one, two, made('b', 3), made('f', 4, 0, { kind: 'system' }), made('g', 5, 0, { type: 'RecordWasRead.v1' })],
      ),
    ).toEqual([]);
  });
  it('an order that is told only where it stands must stand there', () => {
    const rows = [made('a', 4), made('a', 5, 1)];
    expect(acknowledgedOnce([known('a', 'acknowledged', { receipt: { position: 5 } })], rows)).toEqual([]);
    expect(acknowledgedOnce([known('a', 'acknowledged', { receipt: { position: 4 } })], rows)).toEqual([
      'I1: rename a was told position 4, it stands at 5',
    ]);
    expect(acknowledgedOnce([known('b', 'acknowledged', { receipt: { position: 0 } })], [])).toEqual([]);
    expect(acknowledgedOnce([known('b', 'acknowledged', { receipt: { position: 7 } })], [])).toEqual([
      'I1: rename b was told position 7, it stands at 0',
    ]);
  });
  it('a lost acknowledged order is named', () =>
    expect(acknowledgedOnce([known('a', 'acknowledged', { receipt: receiptOf(made('a', 1)) })], [])).toEqual([
      'I1: rename a was acknowledged with 1 events, the log has 0 of it',
    ]));
  it('an order done twice is named', () => {
    const one = made('a', 1);
    expect(acknowledgedOnce([known('a', 'acknowledged', { receipt: receiptOf(one) })], [one, made('a', 2)])).toEqual([
      'I1: rename a: its events stand in the log twice or under other ids',
      'I1: rename a was acknowledged with 1 events, the log has 2 of it',
    ]);
  });
  it('an order of unknown outcome done twice is named', () =>
    expect(acknowledgedOnce([known('a', 'unknown')], [made('a', 1), made('a', 2)])).toEqual([
      'I2: rename a: its events stand in the log twice or under other ids',
    ]));
  it('a refused order that was done is named, unless an earlier try may have done it', () => {
    expect(acknowledgedOnce([known('a', 'refused')], [made('a', 1)])).toEqual([
      'I2: rename a was refused and is in the log',
    ]);
    expect(acknowledgedOnce([known('a', 'refused', { tries: 2 })], [made('a', 1)])).toEqual([]);
  });
  it('an order that nobody gave is named', () =>
    expect(acknowledgedOnce([], [made('a', 1)])).toEqual(['I2: nobody gave the order a that is in the log']));
  it('a receipt that tells another position is named', () =>
    expect(
      acknowledgedOnce(
        [known('a', 'acknowledged', { receipt: { events: receiptOf(made('a', 1))?.events ?? [], position: 9 } })],
        [made('a', 1)],
      ),
    ).toEqual(['I1: rename a was told position 9, it stands at 1']));
});
