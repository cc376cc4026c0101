/** Starts the PostgreSQL server of a test run. */
export default async (): Promise<void> => undefined;
