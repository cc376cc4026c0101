import { describe, expect, it } from '@jest/globals';
import { lookAgain } from '@jiangong/service-host';

/** A read model that shows `after` once it has caught up; counts how often it was looked at. */
const readModel = (before: string | undefined, after: string | undefined, inTime = true) => {
  const seen = { looks: 0, waits: 0 };
  const look = async (): Promise<string | undefined> => {
    seen.looks += 1;
    return seen.waits === 0 ? before : after;
  };
  const caughtUp = async (): Promise<boolean> => {
    seen.waits += 1;
    return inTime;
  };
  return { seen, look, ground: { caughtUp } };
};

describe('looking for what may just have been written', () => {
  it('waits for nothing where it is there', async () => {
    const { seen, look, ground } = readModel('a', 'a');
    expect(await lookAgain(ground, look)).toBe('a');
    expect(seen).toEqual({ looks: 1, waits: 0 });
  });

  it('looks once more when the read models have caught up', async () => {
    const { seen, look, ground } = readModel(undefined, 'a');
    expect(await lookAgain(ground, look)).toBe('a');
    expect(seen).toEqual({ looks: 2, waits: 1 });
  });

  it('says that there is none as soon as they have caught up, and not after a time', async () => {
    const { seen, look, ground } = readModel(undefined, undefined);
    expect(await lookAgain(ground, look)).toBeUndefined();
    expect(seen).toEqual({ looks: 2, waits: 1 });
  });

  it('says nothing on old knowledge', async () => {
    const { look, ground } = readModel(undefined, undefined, false);
    await expect(lookAgain(ground, look)).rejects.toMatchObject({ refusal: { reason: 'READ_MODEL_BEHIND' } });
    const late = readModel(undefined, 'a', false);
    expect(await lookAgain(late.ground, late.look)).toBe('a');
  });

  it('is told what counts as all', async () => {
    const { look, ground } = readModel('a', 'ab');
    expect(await lookAgain(ground, look, (seen) => seen?.length === 2)).toBe('ab');
  });
});
