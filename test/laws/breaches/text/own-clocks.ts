export const dayNow = (): string => {
  const today = new Date().toISOString();
  const told = new Date('2026-11-29T00:00Z');
  return told.getTime() < Date.now() ? today : '';
};
export const shown = (): string => new Intl.DateTimeFormat('en-CA').format();
export const shownOf = (told: Date): string => new Intl.DateTimeFormat('en-CA').format(told);
export const said = (): string => Date();
