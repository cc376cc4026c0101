import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RowDecoder } from '../src/postgres/row-decoder.ts';

const message = (kind: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5);
  head.write(kind, 'latin1');
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const field = (bytes: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};
const row = (position: number, data: string): Buffer => {
  const place = Buffer.alloc(8);
  place.writeBigInt64BE(BigInt(position));
  return Buffer.concat([
    Buffer.from([0, 4]),
    field(place),
    field(Buffer.alloc(32, position % 256)),
    field(Buffer.from('{"v":1}')),
    field(Buffer.from(data)),
  ]);
};
const copyHeader = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);

/** Cuts bytes at the given places. */
const pieces = (bytes: Buffer, cuts: readonly number[]): readonly Buffer[] => {
  const places = [0, ...cuts.map((cut) => cut % bytes.length).toSorted((a, b) => a - b), bytes.length];
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end));
};

describe('rows from the socket', () => {
  const positions = [1, 2, 4_294_967_295, 4_294_967_296, 9_007_199_254_740_991];
  const texts = ['{}', '{"title":"建功"}', `"${'x'.repeat(500)}"`, '1', '[]'];
  const expected = positions.map((position, index) => ({
    position,
    hash: Buffer.alloc(32, position % 256).toString('hex'),
    data: JSON.parse(texts[index] as string) as unknown,
  }));
  const rest = message('C', Buffer.from('SELECT 5\0'));

  it.each(['copy', 'query'] as const)(
    'come out the same wherever a %s was cut, with what follows them left over',
    (kind) => {
      const rows = positions.map((position, index) => row(position, texts[index] as string));
      const wire =
        kind === 'query'
          ? [
              message('1', Buffer.alloc(0)),
              message('2', Buffer.alloc(0)),
              ...rows.map((body) => message('D', body)),
              rest,
            ]
          : [
              message('H', Buffer.from([1, 0, 0])),
              ...rows.map((body, index) => message('d', index === 0 ? Buffer.concat([copyHeader, body]) : body)),
              message('N', Buffer.from('note')),
              message('d', Buffer.from([255, 255])),
              rest,
            ];
      fc.assert(
        fc.property(fc.array(fc.nat(), { maxLength: 12 }), (cuts) => {
          const decoder = new RowDecoder(kind);
          const seen: unknown[] = [];
          let left = Buffer.alloc(0);
          for (const piece of pieces(Buffer.concat(wire), cuts)) {
            if (left.length > 0) left = Buffer.concat([left, piece]);
            else {
              const decoded = decoder.decode(piece);
              seen.push(...decoded.events.map(({ position, hash, data }) => ({ position, hash, data })));
              left = Buffer.from(decoded.rest ?? []);
            }
          }
          expect(seen).toStrictEqual(expected);
          expect(left).toStrictEqual(rest);
        }),
      );
    },
  );

  it('refuses what is no row of the log', () => {
    expect(() => new RowDecoder('copy').decode(message('d', Buffer.alloc(40)))).toThrow('no binary COPY');
    expect(() => new RowDecoder('query').decode(message('D', Buffer.from([0, 3, 0, 0, 0, 0, 0, 0])))).toThrow(
      'not a row',
    );
    expect(() => new RowDecoder('query').decode(message('D', Buffer.concat([row(1, '{}'), Buffer.alloc(1)])))).toThrow(
      'do not fill',
    );
  });
});
