export const now = (): string => '2026-01-01T00:00:00.000Z';
