import { describe, expect, it } from '@jest/globals';
import { edited, parts } from './parts-not-yet.ts';

describe('a meeting that is put on record', () => {
  it('is one beside which something is filled: P7 as it was sketched, and the shipped debrief of secretaries', () => {
    expect(parts('p07-debrief')).toEqual([]);
    expect(parts('secretary-debrief')).toEqual([]);
  });

  it('is none that stands alone, comes again, or is held by others than leaders of the committee', () => {
    const said = (...edits: readonly (readonly [string, string])[]) => edited('secretary-debrief', ...edits);
    const refused = ['ACT_NOT_YET $.calendar[1].by'];
    const alone: readonly (readonly [string, string])[] = [
      ['opens: +1y 01-25, closes: +1y 01-31, with: meeting}', 'opens: +1y 02-01, closes: +1y 02-05}'],
      [
        'phase: main, opens: +1y 01-25, closes: +1y 02-05, with: meeting}',
        'phase: main, opens: +1y 02-01, closes: +1y 02-05, with: vote}',
      ],
    ];
    expect(said(...alone)).toEqual(refused);
    expect(
      said(['act: meet, by: superior, opens: +1y 01-25', 'act: meet, by: superior, every: month, opens: +1y 01-25']),
    ).toEqual(refused);
    const byBranches = said(['act: meet, by: superior', 'act: meet, by: secretaries']);
    expect(byBranches).toEqual(refused);
  });
});
