import { describe, expect, it } from '@jest/globals';
import { REMEMBERED_MS, REMEMBERED_NAMES_MAX, RememberedNames } from './remembered-names.ts';

const NAME = { zh: '第一支部', en: null };

const memory = () => {
  const clock = { now: 0 };
  const remembered = new RememberedNames(() => clock.now);
  const remember = (key: string, generation = remembered.generation, afterPosition = 0): void =>
    remembered.remember(key, NAME, { afterPosition, generation });
  return { clock, remembered, remember };
};

describe('names that are remembered', () => {
  it('are believed for a short time', () => {
    const { clock, remembered, remember } = memory();
    remember('a');
    clock.now = REMEMBERED_MS - 1;
    expect(remembered.of('a', 0)).toEqual(NAME);
    clock.now = REMEMBERED_MS;
    expect(remembered.of('a', 0)).toBeUndefined();
  });

  it('are asked for anew by a session that has given an order since', () => {
    const { remembered, remember } = memory();
    remember('a', remembered.generation, 5);
    expect(remembered.of('a', 5)).toEqual(NAME);
    expect(remembered.of('a', 6)).toBeUndefined();
  });

  it('are gone once they are forgotten, and an answer that was on its way does not bring them back', () => {
    const { remembered, remember } = memory();
    const before = remembered.generation;
    remember('a');
    remembered.forgetAll();
    expect(remembered.of('a', 0)).toBeUndefined();
    remember('a', before);
    expect(remembered.of('a', 0)).toBeUndefined();
    remember('a');
    expect(remembered.of('a', 0)).toEqual(NAME);
  });

  it('are at most so many', () => {
    const { remembered, remember } = memory();
    for (let number = 0; number <= REMEMBERED_NAMES_MAX; number++) remember(String(number));
    expect(remembered.of('0', 0)).toBeUndefined();
    expect(remembered.of(String(REMEMBERED_NAMES_MAX), 0)).toEqual(NAME);
  });
});
