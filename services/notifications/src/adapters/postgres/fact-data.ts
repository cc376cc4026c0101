/** Fields of a public fact. Proto JSON leaves out what is empty. */
export type FactData = Readonly<Record<string, unknown>>;

/** A field as text; '' when absent. Numbers as digits. */
export const textOf = (data: FactData, field: string): string => {
  const value = data[field];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};
