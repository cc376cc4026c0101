export const SERVICES = [
  'organizations',
  'membership',
  'merit-projects',
  'evaluation',
  'notifications',
  'audit',
  'gateway',
] as const;

/** What is killed (SIGKILL): a service's process, the database's postmaster, or the supervisor. */
export const TARGETS = [...SERVICES, 'database', 'supervisor'] as const;

export type Target = (typeof TARGETS)[number];

/** One run of the story: these are killed one after the other, again and again, as long as it lasts. */
export type FaultCase = Readonly<{
  name: string;
  targets: readonly Target[];
  /** How many times as long as elsewhere it is calm between two kills; absent: 1. */
  calmTimes?: number;
}>;

const everything: FaultCase = { name: 'everything', targets: TARGETS };

/** The whole matrix: each alone, and all in turn. */
export const FAULT_CASES: readonly FaultCase[] = [
  ...TARGETS.map((target): FaultCase => ({ name: target, targets: [target] })),
  everything,
];

/**
 * What every CI run tries: each part is killed, in two runs. Everything stands still while the database or the supervisor comes back, so
 * these two are left alone for longer: as many parts of the story are hit, and it takes half the time.
 */
export const SAMPLE_CASES: readonly FaultCase[] = [
  { name: 'every-service', targets: SERVICES },
  { name: 'database-and-supervisor', targets: ['database', 'supervisor'], calmTimes: 2 },
];
