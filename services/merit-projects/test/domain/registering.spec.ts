import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import type { EditionTerms } from '../../src/domain/edition/terms.ts';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import type { EntriesFact } from '../../src/domain/entries/facts.ts';
import type { EntriesOrder, EraseAuthor, RegisterWork } from '../../src/domain/entries/orders.ts';
import { OWN_VERSIONS_PER_ENTRY_MAX } from '../../src/domain/limits.ts';
import { BY, DAY, terms as sample, UNIT } from './edition-sample.ts';
import { dossierEnd, EVIDENCE, summary } from './entry-sample.ts';

const AUTHOR = 'author-1';
const ONE = { entryId: 'work-1', subject: { kind: 'work', id: 'subject-1' }, track: 'literature' } as const;
const by = { personId: AUTHOR, role: 'public', organizationId: UNIT };
const track = { nameZh: '文学', nameEn: 'Literature', kind: 'work', of: [], quota: null } as const;
const terms: EditionTerms = {
  ...sample,
  documents: [{ trackId: 'literature', documents: ['work'] }],
  tables: {
    ...sample.tables,
    ...{ intake: 'register', nominator: 'anyone', quota: null, notices: [] },
    tracks: [
      { trackId: 'literature', ...track },
      { trackId: 'film', ...track },
    ],
    parties: [...sample.tables.parties, { partyId: 'anyone', role: 'public', scope: 'code' }],
    stages: sample.tables.stages.map((stage) => (stage.act === 'declare' ? { ...stage, by: ['anyone'] } : stage)),
  },
};
const enter = (more: Partial<RegisterWork> = {}): RegisterWork => ({
  ...{ type: 'RegisterWork', now: DAY.declaration, by, terms, ...ONE },
  ...{ homeId: UNIT, proposerId: UNIT, answerable: [AUTHOR], title: '清风', summary, dossierEnd },
  ...{ evidence: [EVIDENCE], documents: [{ document: 'work', sha256: EVIDENCE }] },
  ...{ authorName: '王小明', authorContact: '000-00000000' },
  ...more,
});
const withdraw: EntriesOrder = {
  ...{ type: 'WithdrawEntry', now: DAY.declaration, by, terms, entryId: ONE.entryId, why: '修改。', classified: false },
};
const erase = (more: Partial<EraseAuthor> = {}): EraseAuthor => ({
  ...{ type: 'EraseAuthor', now: DAY.review, by, terms, entryId: ONE.entryId, asked: 'author', why: '' },
  ...more,
});
const stateOf = (facts: readonly EntriesFact[]) => facts.reduce(entriesDecider.evolve, entriesDecider.initial);
const after = (facts: readonly EntriesFact[], order: EntriesOrder): readonly EntriesFact[] => {
  const decision = entriesDecider.decide(stateOf(facts), order);
  if (isRefusal(decision)) throw new Error(decision.reason);
  return [...facts, ...decision];
};
const refusalOf = (facts: readonly EntriesFact[], order: EntriesOrder) => {
  const decision = entriesDecider.decide(stateOf(facts), order);
  return isRefusal(decision) ? decision : undefined;
};
const entryIn = (facts: readonly EntriesFact[]) => stateOf(facts).entries[ONE.entryId];
const entered = after([], enter());

describe('a work that somebody without an account enters by a code', () => {
  it('is declared with its documents, and its author named in a fact of its own', () => {
    expect(entered.map(({ type }) => type)).toEqual(['EntryDeclared.v1', 'DocumentsGiven.v1', 'AuthorNamed.v1']);
    expect(entered.map(({ data }) => ('entryRevision' in data ? data.entryRevision : 0))).toEqual([1, 2, 3]);
    expect(entered[2]).toEqual({
      type: 'AuthorNamed.v1',
      data: {
        ...{ entryId: 'work-1', editionId: terms.editionId, nominatorId: terms.nominatorId, entryRevision: 3 },
        ...{ authorId: AUTHOR, version: 1, prose: { authorName: '王小明', authorContact: '000-00000000' } },
      },
    });
    expect(JSON.stringify(entered.slice(0, 2))).not.toContain('王小明');
  });

  it('is changed by the same code, also what it is called, as often as may be', () => {
    const changed = after(entered, enter({ title: '清风徐来' }));
    expect(changed[3]?.type).toBe('EntryRedeclared.v1');
    expect(entryIn(changed)).toMatchObject({ declarations: 2, title: '清风徐来', standing: { kind: 'declared' } });
    let facts = entered;
    for (let version = 2; version <= OWN_VERSIONS_PER_ENTRY_MAX; version += 1) facts = after(facts, enter());
    expect(refusalOf(facts, enter())).toEqual({
      ...{ reason: 'TOO_MANY_DECLARATIONS', details: { max: OWN_VERSIONS_PER_ENTRY_MAX } },
    });
  });

  it('is not changed by who saw it as it no longer is', () =>
    expect(refusalOf(after(entered, enter()), enter({ expected: 3 }))).toEqual({
      ...{ reason: 'REVISION_CONFLICT', field: 'If-Match', details: { expectedRevision: 3, revision: 6 } },
    }));

  it('is one of a code: another category is entered once it was taken back', () => {
    const other = enter({ entryId: 'work-2', track: 'film', documents: [] });
    expect(refusalOf(entered, other)).toEqual({
      ...{ reason: 'CODE_USED', field: 'track', details: { track: 'literature' } },
    });
    const back = after(entered, withdraw);
    expect(refusalOf(back, other)).toBeUndefined();
    expect(refusalOf(after(back, other), enter())).toMatchObject({ reason: 'CODE_USED' });
  });

  it('is taken back by its code, and entered again while entering is open', () => {
    const back = after(entered, withdraw);
    expect(entryIn(back)?.standing.kind).toBe('withdrawn');
    expect(entryIn(after(back, enter()))).toMatchObject({ declarations: 2, standing: { kind: 'declared' } });
    expect(refusalOf(back, enter({ now: DAY.review }))).toMatchObject({ reason: 'STAGE_NOT_OPEN' });
  });

  it('is mended within the deadline of a return, whatever the stage, and not after its review', () => {
    const returned = after(entered, {
      ...{ type: 'ReturnEntry', now: DAY.review, by: BY.officer, terms, entryId: ONE.entryId },
      ...{ reasons: ['看不清。'], redeclareBy: '2021-11-18' },
    });
    expect(refusalOf(returned, enter({ now: DAY.review }))).toBeUndefined();
    expect(refusalOf(returned, enter({ now: '2021-11-19T02:00:00.000Z' }))).toMatchObject({
      reason: 'RETURN_DEADLINE_PASSED',
    });
    const reviewed = after(entered, {
      ...{ type: 'ReviewEntry', now: DAY.review, by: BY.officer, terms, entryId: ONE.entryId },
      ...{ outcome: 'passed', answers: [{ item: '完整', met: true }], explanations: [] },
    });
    expect(refusalOf(reviewed, enter())).toMatchObject({ reason: 'ALREADY_DECLARED' });
  });

  it('has a name and a contact, in a line each, its documents, a category, and an edition that takes it in', () => {
    expect(refusalOf([], enter({ authorName: '' }))).toMatchObject({ reason: 'TEXT_EMPTY', field: 'authorName' });
    expect(refusalOf([], enter({ authorContact: 'x'.repeat(201) }))).toMatchObject({ field: 'authorContact' });
    expect(refusalOf([], enter({ documents: [] }))).toMatchObject({ reason: 'DOCUMENT_MISSING' });
    expect(refusalOf([], enter({ track: 'song' }))).toMatchObject({ reason: 'TRACK_UNKNOWN' });
    expect(refusalOf([], enter({ terms: sample }))).toMatchObject({ reason: 'INTAKE_NOT_BY_CODE' });
    expect(refusalOf([], enter({ by: BY.unit }))).toMatchObject({ reason: 'NOT_THIS_PARTY' });
    expect(refusalOf([], enter({ now: DAY.review }))).toMatchObject({ reason: 'STAGE_NOT_OPEN' });
  });
});

describe('its author', () => {
  it('is erased up to the version that stands, by his code, or by the office with how he asked; asked again nothing is left', () => {
    const erased = after(after(entered, enter()), erase());
    expect(erased.at(-1)).toMatchObject({ type: 'AuthorErased.v1', data: { upTo: 2, asked: 'author' } });
    expect(after(erased, erase())).toEqual(erased);
    const office = erase({ by: BY.officer, asked: 'office' });
    expect(refusalOf(entered, office)).toMatchObject({ reason: 'TEXT_EMPTY', field: 'why' });
    expect(refusalOf(entered, { ...office, why: '来电要求。' })).toBeUndefined();
  });

  it('may name himself again with a later version, and be erased again', () => {
    const again = after(after(entered, erase({ now: DAY.declaration })), enter());
    expect(entryIn(again)).toMatchObject({ authorsNamed: 2, authorsErased: 1 });
    expect(after(again, erase()).at(-1)).toMatchObject({ data: { upTo: 2 } });
  });

  it('is erased of an edition that has ended, too', () => {
    for (const kind of ['closed', 'abandoned'] as const)
      expect(refusalOf(entered, erase({ terms: { ...terms, kind } }))).toBeUndefined();
  });

  it('goes on to answer for it wherever it is handed over to', () => {
    const order: EntriesOrder = {
      ...{ type: 'HandOverEntry', now: DAY.review, by: BY.officer, terms, entryId: ONE.entryId, why: '撤并。' },
      ...{ homeId: 'unit-2', answerable: ['somebody'], effectiveOn: '2021-11-16' },
    };
    expect(entryIn(after(entered, order))).toMatchObject({ homeId: 'unit-2', answerable: [AUTHOR] });
  });
});
