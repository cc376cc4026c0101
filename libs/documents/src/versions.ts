/** Of what was put on paper once more the newest stands; each is kept, none is changed. */
export type VersionStanding = 'stands' | 'replaced' | 'withdrawn';

export type Version = Readonly<{ id: string; sha256: string; standing: VersionStanding }>;

export const standingIn = <V extends Version>(versions: readonly V[]): V | undefined =>
  versions.find(({ standing }) => standing === 'stands');

/** What making one more comes to: nothing new where the same stands; refused where there are too many; else which one it replaces. */
export type Making =
  | Readonly<{ kind: 'nothing-new' }>
  | Readonly<{ kind: 'too-many' }>
  | Readonly<{ kind: 'made'; replaces: string | null }>;

/** @param isSame whether what stands is what would be made. */
export const makeVersion = <V extends Version>(
  versions: readonly V[],
  isSame: (standing: V) => boolean,
  versionsMax: number,
): Making => {
  const standing = standingIn(versions);
  if (standing !== undefined && isSame(standing)) return { kind: 'nothing-new' };
  if (versions.length >= versionsMax) return { kind: 'too-many' };
  return { kind: 'made', replaces: standing?.id ?? null };
};

export type Withdrawing<V> =
  | Readonly<{ kind: 'unknown' }>
  | Readonly<{ kind: 'withdrawn-already' }>
  | Readonly<{ kind: 'found'; version: V }>;

/** The one to be withdrawn; also one that was replaced. */
export const withdrawVersion = <V extends Version>(versions: readonly V[], id: string): Withdrawing<V> => {
  const version = versions.find((one) => one.id === id);
  if (version === undefined) return { kind: 'unknown' };
  return version.standing === 'withdrawn' ? { kind: 'withdrawn-already' } : { kind: 'found', version };
};

export const withVersion = <V extends Version>(
  versions: readonly V[],
  made: Omit<V, 'standing'> & Readonly<{ standing: 'stands' }>,
): readonly (V | typeof made)[] => [
  ...versions.map((one) => (one.standing === 'stands' ? { ...one, standing: 'replaced' as const } : one)),
  made,
];

/** The one before it does not stand again: it was replaced because something in it was not right. */
export const withoutVersion = <V extends Version>(versions: readonly V[], id: string): readonly V[] =>
  versions.map((one) => (one.id === id ? { ...one, standing: 'withdrawn' as const } : one));
