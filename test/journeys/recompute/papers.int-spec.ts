import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';

const SCRIPT =
  'import json, sys; sys.path.insert(0, sys.argv[1]); import papers; print(json.dumps(papers.differences(*json.load(sys.stdin))))';

type Papers = Readonly<{ handedOut: number; found: number; invalid: number; marks: readonly number[] }>;

type Given = Readonly<{
  sourceId: string;
  entryId: string;
  issued: number;
  cast: number;
  counts: readonly number[] | null;
  void?: true;
}>;

const PAPERS: Papers = { handedOut: 20, found: 18, invalid: 1, marks: [9, 5, 3, 17, 0, 0] };
const read = (issued: number, cast: number, counts: readonly number[] | null): Given => ({
  ...{ sourceId: 'poll', entryId: 'a', issued, cast, counts },
});

/** What Python says of one entry's papers: what was opened, who counted what, and what the result read. */
const saidOf = (
  opened: Papers & Readonly<{ why: string | null }>,
  given: Given,
  over: object = {},
): readonly string[] => {
  const { why: _why, ...counted } = opened;
  const count = {
    ...{ at: '2025-01-02T02:00:00.000Z', standing: 'confirmed', countedBy: 'teller-1', settledBy: 'teller-2' },
    entries: [{ entryId: 'a', ...counted }],
    ...over,
  };
  const box = {
    ...{ sourceId: 'poll', isOpened: true, turnoutFloor: 5_000, least: 5, levels: [1, 2, 3], questions: [1, 2] },
    ...{ entries: [{ entryId: 'a', opened }], counts: [count] },
  };
  const { stdout, stderr } = spawnSync('python3', ['-c', SCRIPT, import.meta.dirname], {
    input: JSON.stringify([[box], { ballots: [given] }]),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as readonly string[];
};

describe('papers that were counted, recomputed in Python', () => {
  it('agree with what was opened and read, and where nothing counts, with why', () => {
    expect(saidOf({ ...PAPERS, why: null }, read(20, 17, PAPERS.marks))).toEqual([]);
    const few = { handedOut: 20, found: 4, invalid: 0, marks: [], why: 'VOTERS_BELOW_MINIMUM' };
    expect(saidOf(few, read(20, 4, null))).toEqual([]);
    const floor = { handedOut: 20, found: 9, invalid: 0, marks: [], why: 'TURNOUT_BELOW_FLOOR' };
    expect(saidOf(floor, read(20, 9, null))).toEqual([]);
    const over = { handedOut: 20, found: 21, invalid: 0, marks: [], why: 'BOX_VOID' };
    expect(saidOf(over, { ...read(20, 0, null), void: true })).toEqual([]);
    expect(saidOf(over, read(20, 0, null)).join()).toContain('the result read');
  });

  it.each([
    ['a paper too many', { ...PAPERS, marks: [10, 5, 3, 17, 0, 0] }, 'answers on 17 valid papers'],
    ['a void box that counts', { ...PAPERS, handedOut: 17 }, 'BOX_VOID, stated that it counts'],
    ['a turnout below the floor', { ...PAPERS, handedOut: 40 }, 'TURNOUT_BELOW_FLOOR, stated that it counts'],
  ])('notice %s', (_, papers, said) => {
    expect(saidOf({ ...papers, why: null }, read(papers.handedOut, 17, papers.marks)).join()).toContain(said);
  });

  it('notice what one person alone counted, what nobody counted, and a result that read something else', () => {
    const opened = { ...PAPERS, why: null };
    const given = read(20, 17, PAPERS.marks);
    expect(saidOf(opened, given, { settledBy: 'teller-1' }).join()).toContain('one person alone');
    const other = { entries: [{ entryId: 'a', ...PAPERS, marks: [8, 6, 3, 17, 0, 0] }] };
    expect(saidOf(opened, given, other).join()).toContain('something else than two persons counted');
    expect(saidOf(opened, read(20, 17, [8, 6, 3, 17, 0, 0])).join()).toContain('the result read');
  });
});
