/** What a version may differ in from the one before. */
export const DECLARED_FIELDS = [
  'title',
  'answerable',
  'home',
  'capacity',
  'continues',
  'summary',
  'evidence',
  'dossier',
] as const;
export type DeclaredField = (typeof DECLARED_FIELDS)[number];

export type Declared = Readonly<Record<DeclaredField, string | readonly string[] | null>>;

const isSame = (one: Declared[DeclaredField], other: Declared[DeclaredField]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What differs between two versions: the order of people counts, the leader is the first; the order of files does not. */
export const changedFields = (before: Declared | undefined, after: Declared): readonly DeclaredField[] => {
  if (before === undefined) return [];
  const sorted = (declared: Declared): Declared => ({
    ...declared,
    evidence: [...(declared.evidence ?? [])].toSorted(),
  });
  const [one, other] = [sorted(before), sorted(after)];
  return DECLARED_FIELDS.filter((field) => !isSame(one[field], other[field]));
};
