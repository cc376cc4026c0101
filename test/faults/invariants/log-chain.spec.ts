import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { LogChain } from './log-chain.ts';
import type { LoggedRow } from './stored-log.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const STREAM = 'evaluation.round-1';

const row = (position: number, revision: number, prev: string | null): LoggedRow => {
  const data = JSON.stringify({ number: position });
  const entry = JSON.stringify({ stream: STREAM, revision, prev, dataHash: sha256(data) });
  return { position, stream: STREAM, revision, type: 'ScoreGiven.v1', hash: sha256(entry), entry, data };
};

const first = row(1, 0, null);
const second = row(2, 1, first.hash);
const third = row(3, 2, second.hash);

const faultsOf = (...rows: LoggedRow[]): readonly string[] => new LogChain().take(rows);

describe('the chain of the log', () => {
  it('says nothing of a whole log, taken in pieces', () => {
    const chain = new LogChain();
    expect([...chain.take([first]), ...chain.take([second, third]), chain.position]).toEqual([3]);
  });
  it.each([
    [
      'a lost event',
      [first, third],
      [
        'position 3 (ScoreGiven.v1): comes after 1',
        'position 3 (ScoreGiven.v1): revision 2 after 0',
        'position 3 (ScoreGiven.v1): does not follow the entry before it',
      ],
    ],
    ['other data', [first, { ...second, data: '{}' }], ['position 2 (ScoreGiven.v1): the data have another hash']],
    [
      'another entry',
      [{ ...first, entry: `${first.entry} ` }],
      ['position 1 (ScoreGiven.v1): the entry has another hash'],
    ],
    [
      'another stream',
      [{ ...first, stream: 'evaluation.round-2' }],
      ['position 1 (ScoreGiven.v1): the columns say another place than the entry'],
    ],
    [
      'a fork',
      [first, second, row(3, 2, first.hash)],
      ['position 3 (ScoreGiven.v1): does not follow the entry before it'],
    ],
    [
      'the same event twice',
      [first, { ...first, position: 2 }],
      [
        'position 2 (ScoreGiven.v1): revision 0 after 0',
        'position 2 (ScoreGiven.v1): does not follow the entry before it',
      ],
    ],
  ])('names %s', (_what, rows, faults) => expect(faultsOf(...rows)).toEqual(faults.map((fault) => `I3: ${fault}`)));
});
