import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '@jiangong/event-store';
import { tellOrganization } from '../src/application/organization-history.ts';

const golden = join(import.meta.dirname, 'golden');
const stored = readdirSync(golden).map(
  (file) => JSON.parse(readFileSync(join(golden, file), 'utf8')) as Readonly<{ type: string; data: object }>,
);

describe('the history of an organization', () => {
  it('tells every stored fact in both languages, but for what is only proposed', () => {
    expect(stored.length).toBeGreaterThan(10);
    for (const fact of stored) {
      const told = tellOrganization(fact as StoredEvent);
      if (fact.type === 'ActProposed.v1' || fact.type === 'ProposalRejected.v1') expect(told).toBeUndefined();
      else
        expect(told).toMatchObject({
          zh: expect.stringMatching(/\p{Script=Han}/u),
          en: expect.stringMatching(/^[A-Z]/u),
        });
    }
  });

  it('says what a name was and is, and names no person in its sentences', () => {
    const data = {
      ...{ organizationId: 'o1', nameZh: '新', nameEn: 'New', formerNameZh: '旧', formerNameEn: 'New' },
      effectiveOn: '2026-01-01',
    };
    expect(tellOrganization({ type: 'OrganizationRenamed.v1', data } as unknown as StoredEvent)?.changes).toEqual([
      { field: 'nameZh', stageId: '', before: '旧', after: '新' },
    ]);
    const appointed = stored.find(({ type }) => type === 'OfficerAppointed.v1');
    if (!appointed) throw new Error('there is no golden file of an appointment');
    const { personId } = appointed.data as Readonly<{ personId: string }>;
    const told = tellOrganization(appointed as unknown as StoredEvent);
    expect(told?.about).toEqual({ kind: 'person', id: personId });
    expect(`${told?.zh} ${told?.en}`).not.toContain(personId);
  });
});
