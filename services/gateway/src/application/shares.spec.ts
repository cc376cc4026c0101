import { describe, expect, it } from '@jest/globals';
import { type Sender, shares } from './shares.ts';

const held = () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { work: () => promise, done: () => resolve('kept') };
};
const from = (personId: string | null, address: string): Sender => ({ personId, address });

describe('shares of files that come in', () => {
  it('nobody takes more than a share, and others go on; what ended gives its place back', async () => {
    const all = shares({ perPerson: 2, perAddress: 3 });
    const first = held();
    const own = [all.within(from('a', '1'), first.work), all.within(from('a', '2'), first.work)];
    await expect(all.within(from('a', '3'), async () => 'more')).rejects.toMatchObject({ reason: 'TOO_MANY_UPLOADS' });
    await expect(all.within(from('b', '3'), async () => 'another')).resolves.toBe('another');
    first.done();
    expect(await Promise.all(own)).toEqual(['kept', 'kept']);
    await expect(all.within(from('a', '3'), async () => 'again')).resolves.toBe('again');
  });

  it('nor does an address, with however many people; nobody at an address is one', async () => {
    const all = shares({ perPerson: 2, perAddress: 3 });
    const slow = held();
    const begun = ['a', 'b', 'c'].map(async (person) => all.within(from(person, '1'), slow.work));
    await expect(all.within(from('d', '1'), async () => 'more')).rejects.toMatchObject({ reason: 'TOO_MANY_UPLOADS' });
    const nobody = [1, 2].map(async () => all.within(from(null, '2'), slow.work));
    await expect(all.within(from(null, '2'), async () => 'more')).rejects.toMatchObject({ reason: 'TOO_MANY_UPLOADS' });
    await expect(all.within(from(null, '4'), async () => 'elsewhere')).resolves.toBe('elsewhere');
    slow.done();
    await Promise.all([...begun, ...nobody]);
  });

  it('what fails gives its place back too', async () => {
    const all = shares({ perPerson: 1, perAddress: 1 });
    const failing = async (): Promise<never> => Promise.reject(new Error('broke off'));
    await expect(all.within(from('a', '1'), failing)).rejects.toThrow('broke off');
    await expect(all.within(from('a', '1'), async () => 'again')).resolves.toBe('again');
  });
});
