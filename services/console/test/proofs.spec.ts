import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const HERE = import.meta.dirname;
const read = (file: string): string => readFileSync(join(HERE, '..', file), 'utf8');

type Proof = Readonly<{ proof: string; file: string; named: string }>;

/** The rows of the README's table of proofs. */
const proofs = (readme: string): readonly Proof[] => {
  const [, section = ''] = readme.split('\n## Proofs\n');
  return [...(section.split('\n## ')[0] ?? '').matchAll(/^\| (.+?) \| `(test\/[^`]+)` \| (.+) \|$/gmu)].map(
    ([, proof = '', file = '', named = '']) => ({ proof, file, named }),
  );
};

const isHeld = ({ file, named }: Proof, of: (file: string) => string): boolean => of(file).includes(named);

describe('the proofs of the console', () => {
  const all = proofs(read('README.md'));

  it('are told in the README', () => expect(all.length).toBeGreaterThanOrEqual(11));

  it.each(all)('$proof: shown by a test that is called so', (proof) => expect(isHeld(proof, read)).toBe(true));

  it('one whose test was renamed is found (planted breach)', () =>
    expect(isHeld({ proof: '', file: 'test/x.ts', named: 'holds' }, () => 'it("held once")')).toBe(false));
});
