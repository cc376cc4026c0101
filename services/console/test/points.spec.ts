import { describe, expect, it } from '@jest/globals';
import { addsUp, sayPoints, sayScore, sayShare } from '../src/pages/rounds/points.ts';

const of = (numerator: number | string, denominator: number | string = 1) => ({
  numerator: String(numerator),
  denominator: String(denominator),
});

describe('points on a page', () => {
  it('are exact where four decimals hold them, and say so where they do not', () => {
    expect([of(8_235), of(0), of(-150), of(1, 8), of(24_500, 3), of(7, 2)].map(sayPoints)).toEqual([
      ...['82.35', '0.00', '−1.50', '≈0.0013', '≈81.6667', '0.035'],
    ]);
  });

  it('are exact beyond what a number holds', () => {
    expect(sayPoints(of('900719925474099300', '100'))).toBe('90071992547409.93');
  });

  it('add up exactly, or do not', () => {
    expect(addsUp([of(100, 3), of(200, 3)], of(100))).toBe(true);
    expect(addsUp([of(100, 3), of(200, 3)], of('9999999999', '100000000'))).toBe(false);
    expect(addsUp([], of(0))).toBe(true);
  });

  it('of a printed score have its decimals; a weight is a percentage', () => {
    expect([sayScore(8_230, 2), sayScore(80, 0), sayScore(null, 2)]).toEqual(['82.30', '80', null]);
    expect([sayShare(4_000), sayShare(3_333)]).toEqual(['40%', '33.33%']);
  });
});
