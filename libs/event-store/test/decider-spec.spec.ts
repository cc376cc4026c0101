import { describe, expect, it } from '@jest/globals';
import type { Decider, Fact, Refusal } from '@jiangong/event-store';
import { deciderSpec } from '@jiangong/event-store/testing';

type Opened = Fact<'DoorOpened.v1', { by: string; times: number }>;
type Order =
  | { kind: 'open'; by: string }
  | { kind: 'measure' }
  | { kind: 'spoil' }
  | { kind: 'gamble' }
  | { kind: 'touch' };
type No = Refusal<'ALREADY_OPEN' | 'UNKNOWN_ORDER'>;

let dice = 0;
const door: Decider<{ open: boolean }, Order, Opened, No> = {
  initial: { open: false },
  evolve: (_state, _fact) => ({ open: true }),
  decide: (state, order) => {
    switch (order.kind) {
      case 'open':
        return state.open
          ? { reason: 'ALREADY_OPEN', field: 'by', details: { times: 1 } }
          : [{ type: 'DoorOpened.v1', data: { by: order.by, times: 1 } }];
      case 'measure':
        return [{ type: 'DoorOpened.v1', data: { by: 'x', times: 0.5 } }];
      case 'spoil':
        state.open = true;
        return [];
      case 'gamble':
        dice += 1;
        return [{ type: 'DoorOpened.v1', data: { by: 'x', times: dice } }];
      case 'touch':
        return [];
    }
  },
};

describe('deciderSpec', () => {
  const { given } = deciderSpec(door);
  const opened: Opened = { type: 'DoorOpened.v1', data: { by: 'li', times: 1 } };

  it('passes when exactly these facts follow', () => {
    given().when({ kind: 'open', by: 'li' }).then(opened);
    given().when({ kind: 'touch' }).then();
    expect(given().when({ kind: 'touch' }).decision()).toStrictEqual([]);
  });

  it('fails on other facts, on more facts and on a refusal', () => {
    expect(() => given().when({ kind: 'open', by: 'wang' }).then(opened)).toThrow();
    expect(() => given().when({ kind: 'open', by: 'li' }).then(opened, opened)).toThrow();
    expect(() => given(opened).when({ kind: 'open', by: 'li' }).then(opened)).toThrow();
  });

  it('compares reason and field of a refusal exactly, details where named', () => {
    const refused = given(opened).when({ kind: 'open', by: 'li' });
    refused.thenRefused({ reason: 'ALREADY_OPEN', field: 'by' });
    refused.thenRefused({ reason: 'ALREADY_OPEN', field: 'by', details: { times: 1 } });
    expect(() => refused.thenRefused({ reason: 'ALREADY_OPEN' })).toThrow();
    expect(() => refused.thenRefused({ reason: 'UNKNOWN_ORDER', field: 'by' })).toThrow();
    expect(() => refused.thenRefused({ reason: 'ALREADY_OPEN', field: 'by', details: { times: 2 } })).toThrow();
    expect(() => given().when({ kind: 'open', by: 'li' }).thenRefused({ reason: 'ALREADY_OPEN' })).toThrow(
      'expected the refusal ALREADY_OPEN',
    );
  });

  it('fails when a decider changes its state, throws dice or makes facts with floats', () => {
    expect(() => given().when({ kind: 'spoil' }).then()).toThrow(TypeError);
    expect(() => given().when({ kind: 'gamble' }).decision()).toThrow();
    expect(() =>
      given()
        .when({ kind: 'measure' })
        .then({ type: 'DoorOpened.v1', data: { by: 'x', times: 0.5 } }),
    ).toThrow('data.times');
  });
});
