import type { Schemas } from '../../api/client.ts';

export type Person = Schemas['PersonRecord'];
type Grant = Schemas['Grant'];
type Role = Grant['role'];
export type Step = Schemas['PostV1PeopleByPersonIdStagesBody']['step'];
export type Exit = Schemas['PostV1PeopleByPersonIdExitBody']['kind'];

export const STAGES = ['none', 'applicant', 'activist', 'candidate', 'probationary', 'full'] as const;
const OUTSIDE: readonly Person['stage'][] = [
  'none',
  'probation-cancelled',
  'resigned',
  'persuaded-to-leave',
  'removed',
  'expelled',
  'given-up',
];
export const EXITS = [
  'resigned',
  'persuaded-to-leave',
  'removed',
  'expelled',
  'given-up',
  'probation-cancelled',
  'deceased',
] as const satisfies readonly Exit[];

/** After these nothing counts any more, so every role ends, asked or not. */
const ENDS_ALL: readonly Exit[] = ['deceased', 'expelled'];
export const endsAll = (kind: Exit | undefined): boolean => kind !== undefined && ENDS_ALL.includes(kind);

/** The next steps of admission and probation: it spares a choice that would be refused, and decides nothing. */
export const stepsFrom = ({
  stage,
  probationExtended,
}: Pick<Person, 'stage' | 'probationExtended'>): readonly Step[] => {
  if (OUTSIDE.includes(stage)) return ['apply'];
  switch (stage) {
    case 'applicant':
      return ['name-activist'];
    case 'activist':
      return ['name-candidate'];
    case 'candidate':
      return ['admit'];
    case 'probationary':
      return probationExtended ? ['confirm'] : ['confirm', 'extend-probation'];
    default:
      return [];
  }
};

/** In which ways somebody can leave from where he stands. */
export const exitsFrom = ({ stage }: Pick<Person, 'stage'>): readonly Exit[] =>
  EXITS.filter((kind) =>
    kind === 'deceased'
      ? stage !== 'deceased'
      : kind === 'probation-cancelled'
        ? stage === 'probationary'
        : stage === 'probationary' || stage === 'full',
  );

export const hasLeft = ({ stage }: Pick<Person, 'stage'>): boolean => EXITS.some((exit) => exit === stage);

const holds =
  (...roles: readonly Role[]) =>
  (grants: readonly Grant[]): boolean =>
    grants.some(({ role }) => roles.includes(role));

export const seesMembers = holds('committee-officer', 'committee-leader', 'unit-officer', 'branch-secretary');
export const changesStages = holds('committee-officer', 'unit-officer', 'branch-secretary');
export const corrects = changesStages;
export const moves = holds('committee-officer', 'unit-officer');
export const recordsExits = holds('committee-officer', 'committee-leader', 'unit-officer');
export const proposesCorrections = holds(
  'committee-officer',
  'committee-leader',
  'discipline-inspector',
  'unit-officer',
  'branch-secretary',
);
export const carriesOutCorrections = holds('committee-officer', 'committee-leader', 'discipline-inspector');
export const erases = holds('committee-officer');
