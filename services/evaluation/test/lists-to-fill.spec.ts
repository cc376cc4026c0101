import { describe, expect, it } from '@jest/globals';
import type { Grant, Role } from '@jiangong/access';
import type { CallContext } from '@jiangong/service-host';
import type { ListCounts } from '../src/application/checklist-progress.ts';
import type { Evaluation } from '../src/application/evaluation.ts';
import { listsToFill } from '../src/application/lists-to-fill.ts';
import { isPrepared } from '../src/domain/round/state.ts';
import { closedRound, NOW, openRound, people, tables, type Who } from './domain/checklist/example-checklist.ts';

const ROLE_OF: Readonly<Partial<Record<Who, readonly [Role, string]>>> = {
  organizer: ['committee-officer', '/committee/'],
  publicist: ['appraisal-office', '/committee/'],
  secretary: ['branch-secretary', '/committee/unit-a/branch-a/'],
};
const MARK = { sourceId: 'list', itemId: 'team', period: 1, lastAt: NOW };
const EMPTY: ListCounts = { findings: [], marks: [], closed: 0, proposals: 0 };

type Given = Readonly<{
  round?: ReturnType<typeof openRound>;
  marks?: Readonly<Record<string, readonly string[]>>;
  closed?: readonly string[];
  path?: string;
}>;

/** What one of these still owes: as what, and how many of how many marks. */
const owed = async (who: Who, { round = openRound(), marks = {}, closed = [], path }: Given = {}) => {
  if (!isPrepared(round)) throw new Error('the round is not prepared');
  const person = people[who];
  const evaluation = { knowledge: { people: async () => new Map([[person.personId, person]]) } };
  const [role, organizationPath] = ROLE_OF[who] ?? [];
  const grants: readonly Grant[] =
    role === undefined || organizationPath === undefined
      ? []
      : [
          {
            ...{ grantId: 'g', personId: person.personId, role, organizationId: 'o', organizationPath },
            ...{ from: '2021-01-01T00:00:00.000Z', until: null },
          },
        ];
  const ask = listsToFill(evaluation as unknown as Evaluation, {
    counts: async () => (entryId) => ({
      ...EMPTY,
      marks: (marks[entryId] ?? []).map((giver) => ({ ...MARK, giver })),
    }),
    places: async () =>
      new Map(
        ['a', 'b'].map((name) => [
          `entry-${name}`,
          { organizationPath: path ?? `/committee/unit-${name}/branch-${name}/`, closed },
        ]),
      ),
  });
  const call = { now: NOW, caller: { kind: 'person', personId: person.personId, sessionId: null } };
  const found = await ask(round, grants, call as unknown as CallContext);
  return found.map(({ as, done, total }) => `${as} ${done}/${total}`);
};

describe('marks that check-lists wait for', () => {
  it('are the office’s of every entry, one for each item that is marked, and each branch’s own of itself', async () => {
    expect(await owed('organizer')).toEqual(['office 0/2']);
    expect(await owed('secretary')).toEqual(['subject 0/1']);
  });

  it('are given by whoever owes them: another’s mark of the same item is not his', async () => {
    expect(await owed('organizer', { marks: { 'entry-a': ['self', 'acceptance'] } })).toEqual(['office 0/2']);
    expect(await owed('organizer', { marks: { 'entry-a': ['organizers'] } })).toEqual(['office 1/2']);
    expect(await owed('secretary', { marks: { 'entry-a': ['organizers'] } })).toEqual(['subject 0/1']);
  });

  it('wait no more once all are given', async () => {
    expect(await owed('organizer', { marks: { 'entry-a': ['organizers'], 'entry-b': ['organizers'] } })).toEqual([]);
    expect(await owed('secretary', { marks: { 'entry-a': ['self'] } })).toEqual([]);
  });

  it('are nobody’s where only findings are recorded, the list does not ask for them, or no role of his reaches', async () => {
    expect(await owed('publicist')).toEqual([]);
    expect(await owed('nobody')).toEqual([]);
    expect(await owed('secretary', { round: openRound(tables({}, { self: false })) })).toEqual([]);
    expect(await owed('organizer', { path: '/another/' })).toEqual([]);
  });

  it('are asked of nobody in a period that is closed, nor once the round is', async () => {
    expect(await owed('organizer', { closed: ['round 1'] })).toEqual([]);
    expect(await owed('organizer', { round: closedRound() })).toEqual([]);
  });
});
