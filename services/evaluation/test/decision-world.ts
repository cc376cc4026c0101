import { grantsOf } from '@jiangong/access/postgres';
import { workKnowledge } from '../src/adapters/postgres/work-questions.ts';
import { listWork } from '../src/application/work/list-work.ts';
import type { OutcomeTable } from '../src/domain/decision/outcome-table.ts';
import type { ScoringOrder } from '../src/domain/round/orders.ts';
import { COMMITTEE, SUPERIOR } from './domain/decision/example-decidable.ts';
import { admit, assign, close, open, prepare, setWindow, tablesOf, tally } from './domain/round/example-round.ts';
import type { DecisionStage } from './decision-stage.ts';

export const SERIES = '70000000-0000-4000-8000-000000000001';
export const editionOf = (year: number): string => `80000000-0000-4000-8000-00000000${year}`;
export const roundOf = (year: number): string => `90000000-0000-4000-8000-00000000${year}`;
export const UNITS = ['unit-a', 'unit-b', 'unit-c'] as const;

/** A province's committee above the deciding one; units a, b and c below it; leaders, one of whom comes from unit a. */
export const settle = async ({ tellFact, caughtUp }: DecisionStage): Promise<void> => {
  const organization = (organizationId: string, parentId: string, kind: string, nameZh: string) =>
    tellFact(`organizations.organization-${organizationId}`, 'OrganizationFounded.v1', {
      organizationId,
      parentId,
      kind,
      nameZh,
      nameEn: '',
    });
  await organization(SUPERIOR, '', 'working-committee', '省直机关工委');
  await organization(COMMITTEE, SUPERIOR, 'working-committee', '市直机关工委');
  for (const [unit, name] of [
    ['unit-a', '甲局'],
    ['unit-b', '乙局'],
    ['unit-c', '丙局'],
  ] as const)
    await organization(unit, COMMITTEE, 'unit', name);
  const leader = async (personId: string, home: string, over = COMMITTEE, from = '2021-01-01T00:00:00.000Z') => {
    await tellFact(`membership.person-${personId}`, 'PersonRegistered.v1', { personId, organizationId: home });
    await tellFact(`membership.person-${personId}`, 'RoleGranted.v1', {
      grantId: `grant-${personId}`,
      personId,
      role: 'committee-leader',
      organizationId: over,
      from,
    });
  };
  await leader('l1', COMMITTEE);
  await leader('l2', COMMITTEE);
  await leader('l3', COMMITTEE);
  await leader('l4', 'unit-a');
  for (const superior of ['s1', 's2']) await leader(superior, SUPERIOR, SUPERIOR);
  await caughtUp();
};

const opened = (year: number) => ({
  editionId: editionOf(year),
  seriesId: SERIES,
  year,
  ordinal: 1,
  committeeId: COMMITTEE,
  titleZh: '建功“十四五”',
  titleEn: 'Merit campaign',
  templateHash: 'c'.repeat(64),
});

/** Those who run it: the office and discipline inspection. */
export const OFFICES = {
  officer: ['officer-1', 'committee-officer'],
  inspector: ['inspector-1', 'discipline-inspector'],
  leader: ['l1', 'committee-leader'],
} as const;

/** The first leader leads already. */
export const grantOffices = async ({ tellFact, caughtUp }: DecisionStage): Promise<void> => {
  for (const [personId, role] of [OFFICES.officer, OFFICES.inspector]) {
    const grant = { grantId: `grant-${personId}`, personId, role, organizationId: COMMITTEE };
    await tellFact(`membership.person-${personId}`, 'RoleGranted.v1', { ...grant, from: '2021-01-01T00:00:00.000Z' });
  }
  await caughtUp();
};

/** What waits for each of them, as `who kind`. */
export const workOfOffices = async (
  { ground: { rows, clock }, caughtUp }: DecisionStage,
  now = clock.now(),
): Promise<readonly string[]> => {
  await caughtUp();
  const told: string[] = [];
  for (const [who, [personId]] of Object.entries(OFFICES)) {
    const { items } = await listWork(workKnowledge(rows), { personId, grants: await grantsOf(rows, personId), now });
    for (const { kind, dueAt } of items) told.push(dueAt === '' ? `${who} ${kind}` : `${who} ${kind} ${dueAt}`);
  }
  return told.toSorted();
};

/** `outcome`, `entries`: where the template gives something else, and others take part. */
type Running = Readonly<{ secondNotice?: boolean; outcome?: OutcomeTable; entries?: readonly ScoringOrder[] }>;

/** A year of the campaign until its result is there: a first, b second, c without an award. */
export const runYear = async (
  { tellFact, order, caughtUp }: DecisionStage,
  year: number,
  { secondNotice = false, outcome, entries = ['a', 'b', 'c'].map(admit) }: Running = {},
): Promise<void> => {
  const [editionId, roundId] = [editionOf(year), roundOf(year)];
  await tellFact(`merit-projects.edition-${editionId}`, 'EditionOpened.v1', opened(year));
  for (const unit of UNITS)
    await tellFact(`merit-projects.entries-${editionId}-${unit}`, 'EntryDeclared.v1', {
      entryId: `entry-${unit.slice(5)}-${year}`,
      editionId,
      nominatorId: unit,
      homeId: unit,
    });
  const notices = secondNotice
    ? [{ id: 'proposed', after: 'decide', what: ['proposed'], days: 5, clock: 'working' as const }]
    : [];
  const tables = { ...tablesOf(), notices, ...(outcome && { outcome }) };
  const prepared = { ...prepare(tables), roundId, editionId } as ScoringOrder;
  await order(
    roundId,
    prepared,
    ...entries,
    assign('officer-a', 'officer-z', 'expert-1'),
    setWindow(),
    open,
    close,
    ...tally(),
  );
  await caughtUp();
};
