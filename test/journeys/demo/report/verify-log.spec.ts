import { beforeAll, describe, expect, it } from '@jest/globals';
import { commandHandler, type Fact, plainCodec, READ_EVENTS_MAX } from '@jiangong/event-store';
import { MemoryEventStore } from '@jiangong/event-store/memory';
import type { LoggedEvent } from './read-log.ts';
import { logFaults } from './verify-log.ts';

/** A small log written by the platform's own code, exported as the audit API exports it. */
const exported = async (): Promise<readonly LoggedEvent[]> => {
  const store = new MemoryEventStore();
  const order = commandHandler<null, { n: number }, Fact, never>({
    store,
    decider: {
      initial: null,
      evolve: () => null,
      decide: (_, { n }) => [{ type: 'Counted.v1', data: { n, text: '建功 "x"\n', none: null } }],
    },
    codec: plainCodec(),
    recordedAt: () => '2026-01-01T00:00:00.000Z',
    backoff: async () => undefined,
    attemptsMax: 1,
  });
  const context = {
    actor: { kind: 'system', id: 'test', organization: null, role: null, grant: null },
    now: '2026-01-01T00:00:00.000Z',
    correlationId: 'correlation',
    causationId: null,
    traceparent: null,
    policyVersion: null,
  } as const;
  for (let n = 0; n < 6; n += 1)
    await order({
      stream: `test.count-${n % 2}`,
      order: { n },
      body: { n },
      context: { ...context, requestId: `request-${n}` },
    });
  const { events } = await store.readLog({ after: 0, limitMax: READ_EVENTS_MAX });
  return events.map(({ entry, position, hash, data }) => ({ position, hash, data, ...entry }));
};

describe('an exported log, verified from its bytes alone', () => {
  let log: readonly LoggedEvent[] = [];
  beforeAll(async () => {
    log = await exported();
  });
  const changed = (index: number, change: Partial<LoggedEvent>): readonly LoggedEvent[] =>
    log.map((event, at) => (at === index ? { ...event, ...change } : event));

  it('holds as the platform wrote it', () => expect(logFaults(log)).toEqual([]));
  it('shows changed data', () =>
    expect(logFaults(changed(2, { data: { n: 7 } }))).toEqual(['position 3 (Counted.v1): the data have another hash']));
  it('shows a changed entry', () =>
    expect(logFaults(changed(2, { occurredAt: '2025-01-01T00:00:00.000Z' }))).toEqual([
      'position 3 (Counted.v1): the entry has another hash',
    ]));
  it('shows a missing event', () => expect(logFaults(log.filter((_, index) => index !== 1)).length).toBeGreaterThan(0));
  it('shows a doubled event', () =>
    expect(logFaults([...log, log[5] as LoggedEvent])).toContain(
      `position 6 (Counted.v1): the id ${log[5]?.eventId} stands twice`,
    ));
});
