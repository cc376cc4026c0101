import { describe, expect, it } from '@jest/globals';
import type { Rows } from '@jiangong/read-models';
import { hostResolvers } from '../src/nest/host-resolvers.ts';

const ID = 'a0a0a0a0-0000-4000-8000-000000000001';

const resolving = () => {
  let path: string | undefined = `/${ID}/`;
  let asked = 0;
  let era = 0;
  const rows = {
    query: async () => {
      asked += 1;
      return path === undefined ? [] : [{ id: ID, path }];
    },
  } as unknown as Rows;
  const { organization } = hostResolvers(rows, 'membership', () => era);
  if (organization === undefined) throw new Error('no resolver of organizations');
  return {
    organization,
    asked: () => asked,
    stands: (now: string | undefined) => void (path = now),
    next: () => void (era += 1),
  };
};

describe('the place of an organization', () => {
  it('is asked for once while grants are remembered, and anew with them', async () => {
    const { organization, asked, stands, next } = resolving();
    const before = await organization(ID);
    stands(`/x/${ID}/`);
    expect(await organization(ID)).toEqual(before);
    expect(asked()).toBe(1);
    next();
    expect(await organization(ID)).toMatchObject({ organizationPath: `/x/${ID}/` });
  });

  it('that is not known is looked for each time: it may have been founded meanwhile', async () => {
    const { organization, stands } = resolving();
    stands(undefined);
    expect(await organization(ID)).toBeUndefined();
    stands(`/${ID}/`);
    expect(await organization(ID)).toMatchObject({ organizationPath: `/${ID}/` });
  });
});
