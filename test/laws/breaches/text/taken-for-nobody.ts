type Person = Readonly<{ personId: string }>;

export const keptFor = (who: Person | undefined): string | null => localStorage.getItem(who?.personId ?? '');
export const own = (data: { person?: Person }): string => data.person?.personId ?? "";
export const known = (who: Person | undefined): string | undefined => who?.personId;
