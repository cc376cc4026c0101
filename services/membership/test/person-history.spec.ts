import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '@jiangong/event-store';
import { tellPerson } from '../src/application/person-history.ts';

const golden = join(import.meta.dirname, 'golden');
const stored = readdirSync(golden).map(
  (file) => JSON.parse(readFileSync(join(golden, file), 'utf8')) as Readonly<{ type: string; data: object }>,
);
const tell = (fact: unknown) => tellPerson(fact as StoredEvent);

describe('the history of a person', () => {
  it('tells every stored fact in both languages', () => {
    expect(stored.length).toBeGreaterThan(20);
    for (const fact of stored)
      expect(tell(fact)).toMatchObject({
        zh: expect.stringMatching(/\p{Script=Han}/u),
        en: expect.stringMatching(/^[A-Z]/u),
      });
  });

  it('says which personal data were corrected, and never how they read', () => {
    const data = { personId: 'p1', name: '张三', phone: '13800000000', prose: { why: '笔误' } };
    const told = tell({ type: 'PersonalDataCorrected.v1', data });
    expect(told?.changes).toEqual([
      { field: 'name', stageId: '', before: '', after: '' },
      { field: 'phone', stageId: '', before: '', after: '' },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/张三|138|笔误/u);
  });

  it('opens nothing that is sealed', () => {
    for (const fact of stored) expect(JSON.stringify(tell(fact))).not.toContain('ciphertext');
  });
});
