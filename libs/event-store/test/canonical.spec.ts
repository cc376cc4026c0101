import { describe, expect, it } from '@jest/globals';
import { aggregateIdOf, canonicalBytes, eventIdOf, JIANGONG_NAMESPACE, requestIdOf } from '@jiangong/event-store';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { v5 } from 'uuid';
import { canonicalText } from '../src/canonical-text.ts';

/** What `f` gives, or that it throws. */
const outcome = (f: () => unknown): unknown => {
  try {
    return { gives: f() };
  } catch {
    return 'throws';
  }
};

describe('canonical JSON', () => {
  it('is RFC 8785’s for every value, whatever its keys and strings hold', () => {
    const keys = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.constantFrom('1', '10', '9', 'a', 'A', '', 'ä', '建', '😀', '\ud800', 'toJSON', '__proto__'),
    );
    const values = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'binary' }),
        fc.integer(),
        fc.double(),
        fc.boolean(),
        fc.constantFrom(null, undefined, -0, 1e21, 1e-7, 'lone \udfff', '\\ud'),
        fc.date(),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.array(fc.tuple(keys, tie('value')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
      ),
    })).value;
    fc.assert(
      fc.property(values, (value) =>
        expect(outcome(() => canonicalText(value))).toStrictEqual(outcome(() => canonicalize(value))),
      ),
      { numRuns: 400 },
    );
  });

  it('refuses what has no JSON form', () => {
    expect(() => canonicalBytes(undefined)).toThrow('no JSON form');
    expect(() => canonicalBytes({ points: Number.NaN })).toThrow();
    expect(() => canonicalBytes({ title: '\ud800' })).toThrow();
  });
});

describe('ids', () => {
  it('are UUIDv5 in the platform’s name space, as any other program makes them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, ordinal) => {
        expect(requestIdOf(text)).toBe(v5(`request ${text}`, JIANGONG_NAMESPACE));
        expect(aggregateIdOf(text, 'project')).toBe(v5(`project ${text}`, JIANGONG_NAMESPACE));
        expect(eventIdOf(text, 'a.b-1', ordinal)).toBe(v5(`event ${text} a.b-1 ${ordinal}`, JIANGONG_NAMESPACE));
      }),
    );
  });
});
