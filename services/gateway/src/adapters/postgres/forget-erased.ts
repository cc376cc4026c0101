import type { SqlPool } from '@jiangong/database';
import type { ProcessManager } from '@jiangong/messaging';

const personIn = (data: unknown): string => {
  const personId: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'personId') : undefined;
  if (typeof personId !== 'string') throw new Error('an erasure names no person');
  return personId;
};

/** A person who is erased can not sign in any more, and the login name goes too. Deleting twice is deleting once. */
export const forgetErased = (pool: SqlPool, endSessions: (personId: string) => Promise<void>): ProcessManager => ({
  name: 'forget-erased',
  contexts: ['membership'],
  async handle(fact) {
    if (fact.type !== 'membership.PersonErased.v1') return;
    const personId = personIn(fact.data);
    await endSessions(personId);
    await pool.transaction(async (client) => {
      for (const table of ['account', 'external_identity', 'one_time_link'])
        await client.query(`delete from ${table} where person_id = $1`, [personId]);
    });
  },
});
