export const decidedAt = (): string => new Date().toISOString();
