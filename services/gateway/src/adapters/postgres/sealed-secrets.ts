import type { SqlClient } from '@jiangong/database';
import { keyFor, openBox, sealBox } from '../../application/sealed-box.ts';

/** A secret of the installation: made once, kept sealed under the master key, the same for every gateway. */
export const sealedSecret = async (
  sql: SqlClient,
  masterKey: Buffer,
  secret: { name: string; make: () => Promise<Buffer> },
): Promise<Buffer> => {
  const key = keyFor(masterKey, 'sealed-secrets');
  const kept = async (): Promise<Buffer | undefined> => {
    const { rows } = await sql.query<{ sealed: Buffer }>('select sealed from sealed_secret where name = $1', [
      secret.name,
    ]);
    return rows[0] === undefined ? undefined : openBox(key, secret.name, rows[0].sealed);
  };
  const found = await kept();
  if (found !== undefined) return found;
  // Two gateways may start at once: the first one's secret stays, both read it back.
  await sql.query('insert into sealed_secret (name, sealed) values ($1, $2) on conflict do nothing', [
    secret.name,
    sealBox(key, secret.name, await secret.make()),
  ]);
  const made = await kept();
  if (made === undefined) throw new Error(`the secret ${secret.name} could not be kept`);
  return made;
};
