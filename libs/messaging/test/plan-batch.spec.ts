import { describe, expect, it } from '@jest/globals';
import { type PartitionBatch, type PartitionProgress, planBatch } from '@jiangong/messaging/broker';
import { batch, fact, nothingTaken, watermark } from './partition-records.ts';

/** Takes a batch; fails where it is to be read elsewhere. */
const taken = (held: PartitionProgress, given: PartitionBatch, sought?: number) => {
  const planned = planBatch(held, given, sought);
  if (planned.kind !== 'take') throw new Error(`to be read from ${planned.offset}`);
  const { plan, newGap } = planned;
  const positions = (facts: readonly { position: number }[]) => facts.map(({ position }) => position);
  return { ...plan, newGap, taken: positions(plan.facts), repeated: positions(plan.repeats) };
};

const history = [fact(2, null), fact(5, 2), watermark(6, 5), fact(9, 5), watermark(9, 9)];
const afterHistory = taken(nothingTaken, batch(history)).progress;

describe('what an inbox makes of a batch', () => {
  it('takes facts that follow each other, and what the watermark says', () => {
    const { taken: positions, progress, newGap } = taken(nothingTaken, batch(history));
    expect(positions).toStrictEqual([2, 5, 9]);
    expect(newGap).toBe(false);
    expect(progress).toStrictEqual({
      ...nothingTaken,
      nextOffset: 5,
      generation: 1,
      last: { position: 9, ordinal: 0 },
      told: 9,
      watermark: 9,
    });
  });

  it('keeps every field of a fact', () => {
    const given = {
      revision: 7,
      eventId: 'e',
      stream: 'evaluation.x',
      occurredAt: '2021-01-04T01:00:00.000Z',
      correlationId: 'c',
      traceparent: '00-a-b-01',
    };
    expect(
      taken(nothingTaken, batch([fact(2, null, { ...given, ordinal: 3, data: '{"题":"名"}' })])).facts,
    ).toStrictEqual([
      {
        ...given,
        position: 2,
        ordinal: 3,
        context: 'evaluation',
        type: 'evaluation.Thing.v1',
        data: '{"题":"名"}',
        raw: null,
        errorClass: null,
      },
    ]);
  });

  it('what comes again is a repeat, also within one batch, and changes nothing', () => {
    const again = taken(nothingTaken, batch([fact(2, null), fact(5, 2), fact(2, null), fact(5, 2), fact(9, 5)]));
    expect([again.taken, again.repeated]).toStrictEqual([[2, 5, 9], []]);
    const later = taken(afterHistory, batch([...history, fact(12, 9)], { from: 5 }));
    expect([later.taken, later.repeated, later.progress.watermark]).toStrictEqual([[12], [2, 5, 9], 9]);
  });

  it('another content under one place is handed on to be refused', () => {
    expect(taken(nothingTaken, batch([fact(2, null), fact(2, null, { data: '{}' })])).repeated).toStrictEqual([2]);
  });

  it('an older watermark, come late, does not move anything back', () => {
    expect(taken(afterHistory, batch([watermark(6, 5), watermark(3, 2)], { from: 5 })).progress).toStrictEqual({
      ...afterHistory,
      nextOffset: 7,
    });
  });
});

describe('a missing fact', () => {
  const gapped = taken(afterHistory, batch([fact(14, 12), watermark(15, 14)], { from: 5 }));

  it('stops the partition: nothing after it is taken, no watermark moves, and it is read again from its beginning', () => {
    expect([gapped.taken, gapped.newGap, gapped.progress.gap, gapped.progress.watermark]).toStrictEqual([
      [],
      true,
      true,
      9,
    ]);
    expect(gapped.progress.nextOffset).toBeNull();
  });

  it('is noticed by a watermark alone', () => {
    const { progress, newGap } = taken(afterHistory, batch([watermark(15, 14)], { from: 5 }));
    expect([progress.gap, newGap, progress.watermark]).toStrictEqual([true, true, 9]);
  });

  it('is told once, and healed by whoever sends again from it', () => {
    const still = taken(gapped.progress, batch([fact(16, 14)], { from: 7 }));
    expect([still.newGap, still.taken]).toStrictEqual([false, []]);
    const healed = taken(
      still.progress,
      batch([fact(9, 5), fact(12, 9), fact(14, 12), fact(16, 14), watermark(17, 16)], { from: 8 }),
    );
    expect([healed.taken, healed.repeated, healed.progress.gap, healed.progress.watermark]).toStrictEqual([
      [12, 14, 16],
      [9],
      false,
      17,
    ]);
  });
});

describe('where a partition is read', () => {
  it('the database knows: a batch beyond or before what is expected is read elsewhere', () => {
    expect(planBatch(afterHistory, batch([fact(12, 9)], { from: 8 }), undefined)).toStrictEqual({
      kind: 'read-from',
      offset: 5,
    });
    expect(planBatch(afterHistory, batch([fact(2, null)], { from: 0, end: 5 }), undefined)).toStrictEqual({
      kind: 'read-from',
      offset: 5,
    });
  });

  it('an offset that is not there any more is passed over: the chain tells whether a fact is missing', () => {
    expect(taken(afterHistory, batch([fact(12, 9)], { from: 8 }), 5).taken).toStrictEqual([12]);
    expect(taken(afterHistory, batch([fact(14, 12)], { from: 8 }), 5).progress.gap).toBe(true);
  });

  it('a topic that holds fewer records than were taken was made anew, and is taken from its beginning', () => {
    const anew = taken(afterHistory, batch([fact(2, null), fact(5, 2)], { from: 0, end: 2 }));
    expect([anew.taken, anew.repeated, anew.progress.nextOffset, anew.progress.watermark]).toStrictEqual([
      [],
      [2, 5],
      2,
      9,
    ]);
  });
});

describe('a new telling', () => {
  it('replaces the old one from its first record on, and the watermark never goes back', () => {
    const renewed = taken(afterHistory, batch([fact(5, null, { generation: 2 }), watermark(6, 5, 2)], { from: 5 }));
    expect(renewed.taken).toStrictEqual([5]);
    expect(renewed.progress).toStrictEqual({
      ...afterHistory,
      nextOffset: 7,
      generation: 2,
      last: { position: 5, ordinal: 0 },
      told: 6,
      watermark: 9,
      renewsThrough: 9,
    });
  });

  it('is not begun in its middle, and leaves nothing of the old one that came in the same batch', () => {
    expect(taken(afterHistory, batch([fact(9, 5, { generation: 2 })], { from: 5 })).progress).toMatchObject({
      generation: 1,
      gap: true,
    });
    expect(taken(nothingTaken, batch([fact(2, null), fact(3, null, { generation: 2 })])).taken).toStrictEqual([3]);
  });

  it('an old one that comes late is passed over', () => {
    const renewed = taken(afterHistory, batch([watermark(20, null, 2)], { from: 5 })).progress;
    const late = taken(renewed, batch([fact(12, 9), watermark(30, 12)], { from: 6 }));
    expect([late.taken, late.repeated, late.progress]).toStrictEqual([[], [], { ...renewed, nextOffset: 8 }]);
  });
});

describe('a record that is none of ours', () => {
  const headersOf = (change: Record<string, string | undefined>) => {
    const record = fact(12, 9);
    const headers = Object.fromEntries(
      Object.entries({ ...record.headers, ...change }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    );
    return { ...record, headers };
  };

  it.each([
    ['without CloudEvents', { ce_specversion: undefined }, 'NO_CLOUD_EVENT'],
    ['from elsewhere', { ce_source: '/jiangong/membership' }, 'FOREIGN_SOURCE'],
    ['without a telling', { ce_jggeneration: undefined }, 'NO_PLACE'],
    ['with a broken chain', { ce_jgprevious: 'x' }, 'NO_PLACE'],
    ['without a position', { ce_jgposition: '-1' }, 'INCOMPLETE_HEADERS'],
    ['with a position that is no safe number', { ce_jgposition: '9007199254740993' }, 'INCOMPLETE_HEADERS'],
    ['under another stream than its key', { ce_subject: 'evaluation.other' }, 'INCOMPLETE_HEADERS'],
    ['with an id of another place', { ce_id: 'e/7' }, 'INCOMPLETE_HEADERS'],
  ])('%s is left out and kept as evidence', (_what, change, errorClass) => {
    const {
      strays,
      taken: positions,
      progress,
    } = taken(afterHistory, batch([headersOf(change), fact(12, 9)], { from: 5 }));
    expect([strays, positions, progress.gap]).toStrictEqual([[{ offset: 5, errorClass }], [12], false]);
  });

  it('whose data can not be read keeps its place, with the bytes and what is wrong', () => {
    const broken = { ...batch([fact(12, 9), fact(13, 12)], { from: 5 }) };
    const bytes = Buffer.from([0x7b, 0xff]);
    const records = broken.records.map((record, index) => (index === 0 ? { ...record, value: bytes } : record));
    const { facts, progress } = taken(afterHistory, { ...broken, records });
    expect(facts.map(({ position, data, raw, errorClass }) => ({ position, data, raw, errorClass }))).toStrictEqual([
      { position: 12, data: null, raw: bytes, errorClass: 'NOT_UTF8' },
      { position: 13, data: '{"n":13}', raw: null, errorClass: null },
    ]);
    expect(progress.gap).toBe(false);
  });
});
