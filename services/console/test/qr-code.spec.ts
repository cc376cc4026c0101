import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import jsQR from 'jsqr';
import { qrModules, voteAddress } from '../src/components/qr-modules.ts';

/** The package is CommonJS: what it exports is the function itself, whatever its types say. */
const decode = jsQR as unknown as typeof jsQR.default;
const SCALE = 4;

/** What a camera reads of the modules. */
const scanned = (text: string): string | undefined => {
  const { size, dark } = qrModules(text);
  const side = size * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      if (dark[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)] === true)
        pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  return decode(pixels, side, side)?.data;
};

/** Which modules a path of strokes covers. */
const painted = (path: string): ReadonlySet<string> =>
  new Set(
    [...path.matchAll(/M(?<x>\d+) (?<y>\d+)h(?<width>\d+)/gu)].flatMap(({ groups }) =>
      Array.from({ length: Number(groups?.['width']) }, (_one, at) => `${Number(groups?.['x']) + at} ${groups?.['y']}`),
    ),
  );

describe('a slip’s QR code', () => {
  const address = voteAddress('https://jiangong.example.gov.cn', 'ABCD-EFGH-JKLM-NPQR');

  it('holds the public address, and the code behind it, which no server is told', () => {
    const { pathname, search, hash } = new URL(address);
    expect([pathname, search, hash]).toEqual(['/public/vote', '', '#ABCD-EFGH-JKLM-NPQR']);
  });

  it('is read by a scanner as it was written', () => expect(scanned(address)).toBe(address));

  it('paints every dark module once, and no other', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9-]{1,40}$/u), (code) => {
        const { dark, path } = qrModules(voteAddress('https://a.example', code));
        const expected = dark.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])));
        expect([...painted(path)].toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 30 },
    ));
});
