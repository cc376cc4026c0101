import { describe, expect, it } from '@jest/globals';
import { shareOf } from '../../../src/domain/measure/decide-computed.ts';
import { BLANK } from '../../../src/domain/measure/state.ts';
import { after, answerOf, by, closed, count, factsOf, open, record, standing, unsealed } from './example-measure.ts';

const COMPUTED = { by: '', computed: 'share-delivered' } as const;
const late = { round: closed(COMPUTED) };

describe('what the platform counts of what was planned and delivered', () => {
  it('is the share in percent, half up, to the digits of the measure; of nothing planned there is none', () => {
    expect(shareOf({ planned: 3, delivered: 1 }, 1)).toBe(333);
    expect(shareOf({ planned: 3, delivered: 2 }, 2)).toBe(6_667);
    expect(shareOf({ planned: 8, delivered: 1 }, 0)).toBe(13);
    expect(shareOf({ planned: 4, delivered: 4 }, 2)).toBe(10_000);
    expect(shareOf({ planned: 0, delivered: 0 }, 2)).toBeNull();
  });

  it('is written with what it was counted from and as of when, and stands for whoever planned something', () => {
    const order = by('organizer', count(), late);
    expect(factsOf(BLANK, order)).toMatchObject([
      {
        type: 'MeasuresComputed.v1',
        data: {
          given: [
            { value: 333, planned: 3, delivered: 1 },
            { value: null, planned: 0 },
          ],
          none: [1],
          asOf: order.now,
        },
      },
    ]);
    expect(standing(after(order)).map((line) => line.split(' ').slice(0, 2))).toEqual([
      [expect.stringContaining('entry-a'), '333'],
    ]);
  });

  it('is counted anew where more was delivered, and what stands so already is no fact', () => {
    const counted = after(by('organizer', count(), late));
    expect(answerOf(counted, by('organizer', count(), late))).toBe('');
    const more = count([{ entryId: 'entry-a', planned: 3, delivered: 3 }]);
    expect(answerOf(counted, by('organizer', more, late))).toBe('MeasuresComputed');
    // It takes everything back before the stage is over: there is no share any more.
    const none = count([{ entryId: 'entry-a', planned: 0, delivered: 0 }]);
    expect(
      standing(
        factsOf(counted, by('organizer', none, late)).length === 1
          ? after(by('organizer', count(), late), by('organizer', none, late))
          : counted,
      ),
    ).toEqual([]);
  });

  it('is counted once its round is closed and until its sheets are opened, and is recorded by nobody', () => {
    expect(answerOf(BLANK, by('organizer', count(), { round: open(COMPUTED) }))).toBe('ROUND_NOT_CLOSED roundId');
    expect(answerOf(BLANK, by('organizer', count(), { round: closed() }))).toBe('NO_MEASURE sourceId');
    expect(answerOf(BLANK, by('organizer', count(), { round: unsealed }))).toBe('NO_MEASURE sourceId');
    expect(answerOf(BLANK, by('organizer', record({}), { round: open(COMPUTED) }))).not.toBe('MeasuresRecorded');
  });
});
