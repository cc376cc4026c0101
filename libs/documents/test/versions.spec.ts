import { describe, expect, it } from '@jest/globals';
import {
  makeVersion,
  standingIn,
  type Version,
  withdrawVersion,
  withoutVersion,
  withVersion,
} from '@jiangong/documents';
import fc from 'fast-check';

const version = (id: string): Version & Readonly<{ standing: 'stands' }> => ({ id, sha256: id, standing: 'stands' });
const NEVER = (): boolean => false;

const history = fc.array(
  fc.oneof(
    fc.constant({ act: 'make' as const, at: 0 }),
    fc.record({ act: fc.constant('withdraw' as const), at: fc.nat(9) }),
  ),
  { maxLength: 30 },
);

const played = (acts: readonly Readonly<{ act: 'make' | 'withdraw'; at: number }>[]): readonly Version[] =>
  acts.reduce<readonly Version[]>(
    (versions, { act, at }) =>
      act === 'make' ? withVersion(versions, version(`v${versions.length}`)) : withoutVersion(versions, `v${at}`),
    [],
  );

describe('versions of a document', () => {
  it('of which at most one stands, the newest, and each is kept', () =>
    fc.assert(
      fc.property(history, (acts) => {
        const versions = played(acts);
        const standing = versions.filter((one) => one.standing === 'stands');
        expect(standing.length).toBeLessThanOrEqual(1);
        if (standing[0]) expect(standing[0]).toBe(versions.at(-1));
        expect(standingIn(versions)).toBe(standing[0]);
        expect(versions.map(({ id }) => id)).toEqual(versions.map((_, at) => `v${at}`));
      }),
    ));

  it('the same as stands is nothing new; another replaces it; one after the last is refused', () => {
    const one = played([{ act: 'make', at: 0 }]);
    expect(makeVersion(one, ({ sha256 }) => sha256 === 'v0', 1)).toEqual({ kind: 'nothing-new' });
    expect(makeVersion(one, NEVER, 2)).toEqual({ kind: 'made', replaces: 'v0' });
    expect(makeVersion(one, NEVER, 1)).toEqual({ kind: 'too-many' });
    expect(makeVersion(withoutVersion(one, 'v0'), NEVER, 2)).toEqual({ kind: 'made', replaces: null });
  });

  it('one is withdrawn once, also when it was replaced, and the one before it does not stand again', () => {
    const two = played([
      { act: 'make', at: 0 },
      { act: 'make', at: 0 },
    ]);
    expect(withdrawVersion(two, 'v0')).toMatchObject({ kind: 'found', version: { standing: 'replaced' } });
    const left = withoutVersion(two, 'v1');
    expect(left.map(({ standing }) => standing)).toEqual(['replaced', 'withdrawn']);
    expect(withdrawVersion(left, 'v1')).toEqual({ kind: 'withdrawn-already' });
    expect(withdrawVersion(left, 'other')).toEqual({ kind: 'unknown' });
  });
});
