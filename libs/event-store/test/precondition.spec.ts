import { describe, expect, it } from '@jest/globals';
import { type Checked, type Decider, type Fact, type Refusal, withPreconditions } from '@jiangong/event-store';

type Counted = Fact<'Counted.v1', { by: number }>;
const counting: Decider<number, Readonly<{ by: number }>, Counted, Refusal<'NEGATIVE'>> = {
  initial: 0,
  evolve: (sum, { data }) => sum + data.by,
  decide: (_, { by }) => (by < 0 ? { reason: 'NEGATIVE' } : [{ type: 'Counted.v1', data: { by } }]),
};
const checked = withPreconditions<number, Readonly<{ by: number }>, Counted, Refusal<'NEGATIVE'>, Refusal<'GONE'>>(
  counting,
);
const order = (by: number): Checked<Readonly<{ by: number }>, Refusal<'GONE'>> => ({ kind: 'order', order: { by } });

describe('preconditions', () => {
  it('an order that nothing speaks against is decided by the rule book', () => {
    expect(checked.decide(0, order(2))).toEqual([{ type: 'Counted.v1', data: { by: 2 } }]);
    expect(checked.decide(0, order(-2))).toEqual({ reason: 'NEGATIVE' });
  });
  it('what was found before is the answer, whatever the state', () =>
    expect(checked.decide(7, { kind: 'refused', refusal: { reason: 'GONE' } })).toEqual({ reason: 'GONE' }));
  it('facts fold as before', () =>
    expect(checked.evolve(checked.initial, { type: 'Counted.v1', data: { by: 3 } })).toBe(3));
});
