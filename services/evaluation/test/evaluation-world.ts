import { aggregateIdOf, type Refusal } from '@jiangong/event-store';
import type { Translator } from '@jiangong/messaging';

/** A stable id for a short name. */
export const id = (name: string): string => aggregateIdOf(name, 'sample');
export const [COMMITTEE, UNIT_A, UNIT_B, UNIT_C] = ['committee', 'unit-a', 'unit-b', 'unit-c'].map(id) as [
  string,
  string,
  string,
  string,
];
export const OFFICERS = { a: id('officer-a'), b: id('officer-b'), c: id('officer-c') };
export const EXPERTS = [id('expert-1'), id('expert-2'), id('expert-3')] as const;
export const LEADERS = [id('leader-1'), id('leader-2'), id('leader-3')] as const;
export const OFFICER = id('committee-officer');
export const AUDITOR = id('auditor');
export const SERIES = id('series');
export const editionId = (year: number): string => id(`edition-${year}`);
/** The calendar of every edition here, as far as evaluation heeds it; long enough for services that run by the real clock. */
export const WINDOW = { opensAt: '2021-11-01T16:00:00.000Z', closesAt: '2098-12-31T16:00:00.000Z' } as const;
/** Of unit a, b (two) and c. */
export const entries = (year: number) => ({
  a1: id(`a1-${year}`),
  b1: id(`b1-${year}`),
  b2: id(`b2-${year}`),
  c1: id(`c1-${year}`),
});
/** Each unit's branch. */
export const [BRANCH_A, BRANCH_B, BRANCH_C] = ['branch-a', 'branch-b', 'branch-c'].map(id) as [string, string, string];
const BRANCH_OF = { a1: BRANCH_A, b1: BRANCH_B, b2: BRANCH_B, c1: BRANCH_C } as const;
const UNIT_OF = { a1: UNIT_A, b1: UNIT_B, b2: UNIT_B, c1: UNIT_C } as const;

/** The private facts of the other services of this stage are worded as the public ones. */
export const tell = (context: string, prefix: string): Translator => ({
  context,
  streamPrefixes: [`${prefix}.`],
  translate: ({ type, data }) => [{ type: `${context}.${type}`, data }],
});

export type Append = (stream: string, type: string, data: object) => Promise<void>;

/** The tree, its people and their roles, as the other services would tell them. */
export const settle = async (tellFact: Append): Promise<void> => {
  const organization = (organizationId: string, parentId: string, kind: string, nameZh: string) =>
    tellFact(`organizations.organization-${organizationId}`, 'OrganizationFounded.v1', {
      organizationId,
      parentId,
      kind,
      nameZh,
      nameEn: '',
      code: '',
    });
  await organization(COMMITTEE, '', 'working-committee', '省直机关工委');
  for (const [unitId, nameZh] of [
    [UNIT_A, '甲厅'],
    [UNIT_B, '乙厅'],
    [UNIT_C, '丙厅'],
  ] as const)
    await organization(unitId, COMMITTEE, 'unit', nameZh);
  for (const [branchId, unitId] of [
    [BRANCH_A, UNIT_A],
    [BRANCH_B, UNIT_B],
    [BRANCH_C, UNIT_C],
  ] as const)
    await organization(branchId, unitId, 'branch', '党支部');
  const person = async (personId: string, organizationId: string, role: string, over: string): Promise<void> => {
    await tellFact(`membership.person-${personId}`, 'PersonRegistered.v1', { personId, organizationId });
    await tellFact(`membership.person-${personId}`, 'RoleGranted.v1', {
      grantId: id(`${personId} ${role}`),
      personId,
      role,
      organizationId: over,
    });
  };
  await person(OFFICERS.a, UNIT_A, 'unit-officer', UNIT_A);
  await person(OFFICERS.b, UNIT_B, 'unit-officer', UNIT_B);
  await person(OFFICERS.c, UNIT_C, 'unit-officer', UNIT_C);
  await person(OFFICER, COMMITTEE, 'committee-officer', COMMITTEE);
  await person(AUDITOR, COMMITTEE, 'auditor', COMMITTEE);
  for (const expert of EXPERTS) await person(expert, COMMITTEE, 'expert', COMMITTEE);
  for (const leader of LEADERS) await person(leader, COMMITTEE, 'committee-leader', COMMITTEE);
};

/** The campaign around the service, told in its facts. */
export const campaignTold = (tellFact: Append, caughtUp: () => Promise<void>, now: () => string) => ({
  /** What merit-projects tells of one year until its scoring opens. */
  runCampaign: async (year: number, scoringCloses: string = WINDOW.closesAt): Promise<void> => {
    const edition = editionId(year);
    const stream = `merit-projects.edition-${edition}`;
    const opened = {
      editionId: edition,
      seriesId: SERIES,
      year,
      committeeId: COMMITTEE,
      titleZh: '建功“十四五”',
      titleEn: 'Merit campaign',
      quota: 2,
    };
    await tellFact(stream, 'EditionOpened.v1', opened);
    await tellFact(stream, 'StageScheduled.v1', {
      editionId: edition,
      stage: 'scoring',
      ...WINDOW,
      closesAt: scoringCloses,
    });
    await tellFact(stream, 'StageScheduled.v1', { editionId: edition, stage: 'decision', ...WINDOW });
    for (const [name, entryId] of Object.entries(entries(year))) {
      const told = { entryId, editionId: edition, unitId: UNIT_OF[name as keyof typeof UNIT_OF] };
      await tellFact(`merit-projects.unit-edition-${entryId}`, 'EntryPlanned.v1', {
        ...told,
        branchId: BRANCH_OF[name as keyof typeof UNIT_OF],
      });
      await tellFact(`merit-projects.unit-edition-${entryId}`, 'EntryDeclared.v1', { ...told, version: 1 });
      await tellFact(`merit-projects.unit-edition-${entryId}`, 'EntryEnteredEvaluation.v1', {
        ...told,
        // One of the leadership leads an entry himself.
        leaderPersonId: name === 'c1' ? LEADERS[2] : id(`lead-${name}`),
        title: `项目${name}`,
      });
    }
    await caughtUp();
  },
  scoring: async (year: number, moved: 'StageOpened.v1' | 'StageClosed.v1'): Promise<void> => {
    await tellFact(`merit-projects.edition-${editionId(year)}`, moved, {
      editionId: editionId(year),
      stage: 'scoring',
      dueAt: now(),
    });
    await caughtUp();
  },
});

type Answer = Readonly<{ kind: 'accepted' }> | Readonly<{ kind: 'refused'; refusal: Refusal }>;

export const accepted = <T extends Answer>(answer: T): Extract<T, { kind: 'accepted' }> => {
  if (answer.kind === 'refused')
    throw new Error(
      `${answer.refusal.reason} ${answer.refusal.field ?? ''} ${JSON.stringify(answer.refusal.details ?? {})}`,
    );
  return answer as Extract<T, { kind: 'accepted' }>;
};

export const refusalOf = (answer: Answer): string =>
  answer.kind === 'refused' ? `${answer.refusal.reason} ${answer.refusal.field ?? ''}` : 'accepted';
