import { describe, expect, it } from '@jest/globals';
import type { CallContext } from '@jiangong/service-host';
import { FILES_PER_CODE_MAX } from '../domain/limits.ts';
import { registerWorks } from './register-works.ts';

type Ports = Parameters<typeof registerWorks>[0];

const hash = (number: number): string => number.toString(16).padStart(64, '0');

/** As many files as may be were brought by the one code that there is. */
const full = () => {
  const added = Array.from({ length: FILES_PER_CODE_MAX }, (_, at) => hash(at));
  const registered: string[] = [];
  const ports = {
    codes: { held: () => Promise.resolve({ authorId: 'author' }) },
    knowledge: {
      filesAddedBy: (_: string, beside: string) => Promise.resolve(added.filter((one) => one !== beside).length),
    },
    evidence: {
      register: ({ sha256 }: { sha256: string }) => {
        registered.push(sha256);
        return Promise.resolve({ kind: 'accepted' });
      },
    },
  } as unknown as Ports;
  return { works: registerWorks(ports), registered };
};

const call = {} as CallContext;
const file = (sha256: string) => ({ code: 'K3V9T-0QTB7-ZME4X-1C8RD', sha256, bytes: 1, mediaType: 'text/plain' });

describe('files that are brought by a code', () => {
  it('are no more than may be', async () => {
    const { works, registered } = full();
    await expect(works.addFile(file(hash(FILES_PER_CODE_MAX)), call)).rejects.toThrow('TOO_MANY_FILES_BY_CODE');
    expect(registered).toEqual([]);
  });

  it('are taken again, also where there are as many as may be', async () => {
    const { works, registered } = full();
    await works.addFile(file(hash(0)), call);
    expect(registered).toEqual([hash(0)]);
  });
});
