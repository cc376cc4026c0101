import { describe, expect, it } from '@jest/globals';
import { storyDifferences, type Told } from './story-differences.ts';

const event = (over: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    position: 1,
    revision: 0,
    hash: 'h',
    eventId: 'e',
    type: 'EntryPlanned.v1',
    stream: 'merit-projects.a',
    actor: { kind: 'person', id: 'o' },
    data: { title: 't' },
    ...over,
  });

const sheets = (entries: readonly string[], points = 10, seed = 's'): string =>
  JSON.stringify({ entries, recusals: [], seed, sheets: [{ evaluatorId: 'v', points }] });

const told = ({ events = [event()], result = '{"rank":1}', scoreSheets = sheets(['a', 'b']) } = {}): Told => ({
  events: `${events.join('\n')}\n`,
  editions: { '2021': { 'scheme.json': '{}', 'score-sheets.json': scoreSheets, 'result.json': result } },
});

describe('two tellings of one story', () => {
  it('are the same when nothing but places, hashes, drawn ids, encrypted bytes and the order of arrival differs', () => {
    const sealed = (nonce: string): string => event({ data: { name: { keyId: 'k', nonce, ciphertext: nonce } } });
    expect(
      storyDifferences(
        told({ events: [event(), sealed('x')], scoreSheets: sheets(['a', 'b']) }),
        told({
          events: [sealed('y'), event({ position: 2, revision: 5, hash: 'other', eventId: 'f', traceparent: 'drawn' })],
          scoreSheets: sheets(['b', 'a']),
        }),
      ),
    ).toStrictEqual([]);
  });

  it('are the same when more or less stood in the log where a round closed', () => {
    const cut = (lastIndex: number | null): Told =>
      told({ events: [event({ data: { cuts: [{ closing: 1, lastIndex }] } })] });
    expect(storyDifferences(cut(3_197), cut(3_198))).toStrictEqual([]);
    expect(storyDifferences(cut(3_197), cut(null)).length).toBeGreaterThan(0);
  });

  it('are the same when secrets, certificate numbers, objections and who raised them were drawn anew, and entries arrived in another order', () => {
    const run = (drawn: string, entered: readonly string[]): Told =>
      told({
        events: [
          event({ data: { secret: drawn, seed: drawn, drawCommitment: drawn, inputsHash: drawn } }),
          event({ data: { honours: [{ certificateNumber: drawn, grade: 'first' }] } }),
          event({ data: { dossierEnd: { revision: 3, hash: drawn } } }),
          event({ data: { entered: entered.map((entryId) => ({ entryId })) } }),
          event({
            actor: { kind: 'protected', id: drawn },
            data: { objectionId: drawn, source: drawn, prose: { keyId: `objection/${drawn}`, ciphertext: drawn } },
          }),
        ],
        scoreSheets: sheets(['a'], 10, drawn),
      });
    expect(storyDifferences(run('x', ['a', 'b']), run('y', ['b', 'a']))).toStrictEqual([]);
  });

  it.each([
    ['one byte of the result', told({ result: '{"rank":1} ' }), '2021/result.json: the bytes differ'],
    [
      'a score',
      told({ scoreSheets: sheets(['a', 'b'], 11) }),
      '2021/score-sheets.json: other entries, recusals or sheets',
    ],
    [
      'another entry',
      told({ scoreSheets: sheets(['a', 'c']) }),
      '2021/score-sheets.json: other entries, recusals or sheets',
    ],
    ['no edition', { ...told(), editions: {} }, '2021: only one of the two was played'],
  ])('differ by %s', (_what, other, difference) => {
    expect(storyDifferences(told(), other)).toStrictEqual([difference]);
  });

  it.each([
    ['a fact told twice', [event(), event()]],
    ['a fact that says something else', [event({ data: { title: 'u' } })]],
    ['a fact in another stream', [event({ stream: 'merit-projects.b' })]],
    ['a name encrypted under another key', [event({ data: { title: { keyId: 'l', ciphertext: 'c' } } })]],
    ['a certificate without a number', [event({ data: { certificateNumber: null } })]],
    ['an entry that did not enter', [event({ data: { entered: [{ entryId: 'a' }] } })]],
    ['the end of another dossier', [event({ data: { dossierEnd: { revision: 4, hash: 'h' } } })]],
    ['who acted', [event({ actor: { kind: 'person', id: 'p' } })]],
    ['a fact that is missing', [event({ type: 'EntryRemoved.v1' })]],
  ])('differ by %s', (_what, events) => {
    expect(storyDifferences(told(), told({ events })).length).toBeGreaterThan(0);
  });

  it('of no edition at all are no proof', () => {
    expect(storyDifferences({ ...told(), editions: {} }, { ...told(), editions: {} })).toStrictEqual([
      'no edition was played',
    ]);
  });
});
