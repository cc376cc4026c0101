import type { ServiceReaders } from '@jiangong/messaging/log';
import { aggregateIdOf, type Refusal } from '@jiangong/event-store';
import type { Translator } from '@jiangong/messaging';
import { adoptedTemplate } from './adopted-template.ts';

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
export const SPARE_EXPERTS = [id('expert-4'), id('expert-5')] as const;
export const LEADERS = [id('leader-1'), id('leader-2'), id('leader-3')] as const;
export const OFFICER = id('committee-officer');
export const INSPECTOR = id('inspector');
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
const UNIT_OF = { a1: UNIT_A, b1: UNIT_B, b2: UNIT_B, c1: UNIT_C } as const;

/** The private facts of the other services of this stage are worded as the public ones. */
export const tell = (context: string, prefix: string): Translator => ({
  context,
  streamPrefixes: [`${prefix}.`],
  translate: ({ type, data }) => [{ type: `${context}.${type}`, data }],
});

export type Append = (stream: string, type: string, data: object) => Promise<void>;

const tellTree = async (tellFact: Append): Promise<void> => {
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
};

/** The tree, its people and their roles, as the other services would tell them. */
export const settle = async (tellFact: Append): Promise<void> => {
  await tellTree(tellFact);
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
  await person(INSPECTOR, COMMITTEE, 'discipline-inspector', COMMITTEE);
  await person(AUDITOR, COMMITTEE, 'auditor', COMMITTEE);
  for (const expert of [...EXPERTS, ...SPARE_EXPERTS]) await person(expert, COMMITTEE, 'expert', COMMITTEE);
  for (const leader of LEADERS) await person(leader, COMMITTEE, 'committee-leader', COMMITTEE);
  const { templateHash, canonicalText } = adoptedTemplate;
  await tellFact(`merit-projects.template-${COMMITTEE}`, 'TemplateAdopted.v1', {
    templateHash,
    committeeId: COMMITTEE,
    templateId: 'jiangong-edition',
    canonicalText,
  });
};

/** What these editions set of the shipped template: panels small enough for a test. */
export const PARAMETERS = { unitsLeast: '1', expertsLeast: '3', firstCount: '1', secondCount: '1', thirdCount: '1' };

const SCORE = { stageId: 'score', act: 'score', phase: 'main' } as const;

type Told = Readonly<{ tellFact: Append; caughtUp: () => Promise<void> }>;

/** An edition with its window for scoring. */
const openEdition = async ({ tellFact, caughtUp }: Told, year: number, closesAt: string): Promise<void> => {
  const edition = editionId(year);
  await tellFact(`merit-projects.edition-${edition}`, 'EditionOpened.v1', {
    editionId: edition,
    seriesId: SERIES,
    year,
    ordinal: 1,
    committeeId: COMMITTEE,
    titleZh: '建功“十四五”',
    titleEn: 'Merit campaign',
    templateHash: adoptedTemplate.templateHash,
    templateId: 'jiangong-edition',
    parametersJson: JSON.stringify(PARAMETERS),
  });
  await tellFact(`merit-projects.edition-${edition}`, 'StageScheduled.v1', {
    editionId: edition,
    ...SCORE,
    ...WINDOW,
    closesAt,
  });
  await caughtUp();
};

/** What one nominator's intake let in. */
const closeIntake = async ({ tellFact, caughtUp }: Told, year: number, unitId: string): Promise<void> => {
  const names = Object.entries(entries(year)).filter(([name]) => UNIT_OF[name as keyof typeof UNIT_OF] === unitId);
  await tellFact(`merit-projects.entries-${editionId(year)}-${unitId}`, 'IntakeClosed.v1', {
    editionId: editionId(year),
    nominatorId: unitId,
    entered: names.map(([name, entryId]) => ({
      entryId,
      subjectKind: 'project',
      subjectId: id(`project ${name} ${year}`),
      nominatorId: unitId,
      homeId: unitId,
      track: 'project',
      title: `项目${name}`,
      // One of the leadership leads an entry himself.
      answerablePersonIds: [name === 'c1' ? LEADERS[2] : id(`lead-${name}`)],
    })),
    missed: [],
  });
  await caughtUp();
};

/** The campaign around the service, told in its facts. */
export const campaignTold = (tellFact: Append, caughtUp: () => Promise<void>, now: () => string) => {
  const told: Told = { tellFact, caughtUp };
  const ofStage = async (year: number, type: string, data: object): Promise<void> => {
    const edition = editionId(year);
    await tellFact(`merit-projects.edition-${edition}`, type, { editionId: edition, ...SCORE, dueAt: now(), ...data });
    await caughtUp();
  };
  return {
    openEdition: (year: number, closesAt: string = WINDOW.closesAt) => openEdition(told, year, closesAt),
    closeIntake: (year: number, unitId: string) => closeIntake(told, year, unitId),
    /** What merit-projects tells of one year until its scoring opens. */
    runCampaign: async (year: number, closesAt: string = WINDOW.closesAt): Promise<void> => {
      await openEdition(told, year, closesAt);
      for (const unitId of [UNIT_A, UNIT_B, UNIT_C]) await closeIntake(told, year, unitId);
    },
    scoringOpens: (year: number) => ofStage(year, 'StageOpened.v1', { entered: 4 }),
    scoringCloses: (year: number) => ofStage(year, 'StageClosed.v1', {}),
    scoringReopens: (year: number, closesAt: string) => ofStage(year, 'StageReopened.v1', { closesAt }),
    ofEntry: async (year: number, type: string, entryId: string, more: object = {}): Promise<void> => {
      await tellFact(`merit-projects.entries-of-${entryId}`, type, { editionId: editionId(year), entryId, ...more });
      await caughtUp();
    },
  };
};

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

/** What a ground asks whether its read models have caught up, before there are readers: they are made over that ground. */
export const readersToCome = (store: Readonly<{ head(): Promise<number> }>) => {
  let readers: Pick<ServiceReaders, 'waitFor'> | undefined;
  return {
    caughtUp: async (): Promise<boolean> => readers === undefined || readers.waitFor(await store.head(), 10_000),
    are: (come: Pick<ServiceReaders, 'waitFor'>): void => {
      readers = come;
    },
  };
};
