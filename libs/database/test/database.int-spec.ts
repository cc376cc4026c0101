import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Database, type Migration, StatementFailed } from '@jiangong/database';
import { createListener, createPool, migrate, NAMED_STATEMENTS_MAX } from '@jiangong/database/postgres';
import { type FreshDatabase, freshDatabase } from '@jiangong/database/testing';

let database: FreshDatabase;
let pool: Database;
beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool({ url: database.url('membership'), schema: 'membership', connectionsMax: 3 });
});
afterAll(async () => {
  await pool?.close();
  await database?.drop();
});

const soon = <T>(): { promise: Promise<T>; resolve: (value: T) => void } => Promise.withResolvers<T>();

describe('the pool', () => {
  it('gives values back in forms that lose nothing', async () => {
    const { rows } = await pool.query(
      `select 9007199254740991::int8 as big, 12.50::numeric as exact, date '2021-11-05' as day, '2021-11-05 11:04:05.678901+08'::timestamptz as instant,
              timestamptz '2021-11-05 03:04:05Z' as whole, '{"a":[1]}'::jsonb as doc, '\\x00ff'::bytea as bytes, array[1,2]::int8[] as list`,
    );
    expect(rows).toStrictEqual([
      {
        big: 9007199254740991,
        exact: '12.50',
        day: '2021-11-05',
        instant: '2021-11-05T03:04:05.678Z',
        whole: '2021-11-05T03:04:05.000Z',
        doc: { a: [1] },
        bytes: Buffer.from([0, 255]),
        list: ['1', '2'],
      },
    ]);
    await expect(pool.query('select 9007199254740993::int8 as too_big')).rejects.toThrow(RangeError);
  });

  it('commits what a transaction did, or nothing of it', async () => {
    await pool.query('create table thing (number int primary key)');
    const counted = async (): Promise<unknown> =>
      (await pool.query('select count(*)::int as count from thing')).rows[0];
    expect(
      await pool.transaction(async (client) => (await client.query('insert into thing values (1)')).rowCount),
    ).toBe(1);
    await expect(
      pool.transaction(async (client) => {
        await client.query('insert into thing values (2)');
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await counted()).toStrictEqual({ count: 1 });
  });

  it('prepares a statement with values once a connection, outlives a table made anew, and sends no made-up texts under names', async () => {
    const made = async (client: Pick<Database, 'query'>): Promise<number> =>
      Number(
        (
          await client.query<{ count: number }>(
            "select count(*)::int as count from pg_prepared_statements where statement like '%kept_here%'",
          )
        ).rows[0]?.count,
      );
    await pool.transaction(async (client) => {
      await client.query('create temporary table kept_here (number int) on commit drop');
      for (const number of [1, 2, 3]) await client.query('insert into kept_here values ($1)', [number]);
      expect(await made(client)).toBe(1);
      await client.query('drop table kept_here; create temporary table kept_here (number int) on commit drop');
      expect((await client.query('insert into kept_here values ($1)', [4])).rowCount).toBe(1);
    });
    for (let index = 0; index <= NAMED_STATEMENTS_MAX; index++)
      await pool.query(`select $1::int as made_up_${index}`, [index]);
    await pool.transaction(async (client) => {
      await client.query('select $1::text as kept_here_too_late', ['x']);
      expect(
        (await client.query("select 1 from pg_prepared_statements where statement like '%kept_here_too_late%'")).rows,
      ).toStrictEqual([]);
    });
  });

  it('does statements that go together in order, in one trip, whatever their values and answers', async () => {
    await pool.query(
      'create table together (number int primary key, words text[], data bytea, flag boolean, nothing text)',
    );
    await pool.transaction(async (client) => {
      await client.send([]);
      await client.send([
        {
          text: 'insert into together values ($1, $2, $3, $4, $5)',
          values: [1, ['党', 'a "b" \\'], Buffer.from([0, 255]), true, null],
        },
        {
          text: 'insert into together values ($1, $2, $3, $4, $5) returning number',
          values: [2, [], Buffer.alloc(0), false, ''],
        },
        { text: 'update together set number = number + $1 where number = 1', values: [9] },
      ]);
      await client.send([
        {
          text: 'insert into together values ($1, $2, $3, $4, $5)',
          values: [3, null, null, null, 'again, prepared by now'],
        },
      ]);
    });
    expect((await pool.query('select * from together order by number')).rows).toStrictEqual([
      { number: 2, words: [], data: Buffer.alloc(0), flag: false, nothing: '' },
      { number: 3, words: null, data: null, flag: null, nothing: 'again, prepared by now' },
      { number: 10, words: ['党', 'a "b" \\'], data: Buffer.from([0, 255]), flag: true, nothing: null },
    ]);
  });

  it('says which of the statements that went together failed; nothing of them stays, and the pool works on', async () => {
    await pool.query('create table failing (number int primary key)');
    const insert = (number: number) => ({ text: 'insert into failing values ($1)', values: [number] });
    const never = { text: 'select $1::int as never_begun', values: [1] };
    for (const again of [1, 2]) {
      const failure: unknown = await pool
        .transaction((client) => client.send([insert(again), insert(7), insert(7), never]))
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(StatementFailed);
      expect({
        index: (failure as StatementFailed).index,
        code: ((failure as StatementFailed).cause as { code: string }).code,
      }).toStrictEqual({ index: 2, code: '23505' });
      await pool.transaction((client) => client.send([never]));
    }
    expect((await pool.query('select * from failing')).rows).toStrictEqual([]);
  });

  it('works on after its connection was cut in the middle of a transaction', async () => {
    await expect(
      pool.transaction(async (client) => {
        const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
        await database.admin.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
        await client.query('select 1');
      }),
    ).rejects.toThrow();
    expect((await pool.query('select 1 as one')).rows).toStrictEqual([{ one: 1 }]);
  });
});

describe('a service’s role', () => {
  it('owns its schema, and can not look into another’s', async () => {
    const organizations = createPool({
      url: database.url('organizations'),
      schema: 'organizations',
      connectionsMax: 1,
    });
    await pool.query('create table mine (number int)');
    await expect(organizations.query('select * from membership.mine')).rejects.toThrow(
      'permission denied for schema membership',
    );
    await expect(organizations.query('create table membership.intruder (number int)')).rejects.toThrow(
      'permission denied',
    );
    await expect(organizations.query('create table public.litter (number int)')).rejects.toThrow('permission denied');
    await expect(organizations.query('create role friend')).rejects.toThrow('permission denied');
    await organizations.close();
  });
});

describe('migrations', () => {
  const steps: readonly Migration[] = [
    { number: 1, name: 'things', sql: 'create table step_one (number int)' },
    { number: 2, name: 'more things', sql: 'create table step_two (number int)' },
  ];
  const schema = 'membership';

  it('are applied once, in order, by whichever of several processes comes first', async () => {
    const runs = await Promise.all(
      [1, 2, 3].map(() => migrate(database.admin, { schema, migrations: steps, owner: 'jiangong_membership' })),
    );
    expect(runs.map((applied) => applied.length).sort((a, b) => a - b)).toStrictEqual([0, 0, 2]);
    expect((await pool.query('select * from step_one, step_two')).rows).toStrictEqual([]);
  });

  it('are refused when changed, renumbered or unknown', async () => {
    const run = (migrations: readonly Migration[]): Promise<unknown> => migrate(database.admin, { schema, migrations });
    await expect(run([{ ...(steps[0] as Migration), sql: 'select 1' }, steps[1] as Migration])).rejects.toThrow(
      'was changed after it had been applied',
    );
    await expect(run(steps.slice(0, 1))).rejects.toThrow('which this version does not know');
    await expect(run([steps[0] as Migration, { ...(steps[1] as Migration), number: 3 }])).rejects.toThrow(
      'should be number 2',
    );
  });

  it('leave nothing behind when one of them fails', async () => {
    const failing: readonly Migration[] = [
      ...steps,
      { number: 3, name: 'half', sql: 'create table half (number int); select 1/0' },
    ];
    await expect(migrate(database.admin, { schema, migrations: failing })).rejects.toThrow('division by zero');
    expect((await database.admin.query("select to_regclass('membership.half') as half")).rows).toStrictEqual([
      { half: null },
    ]);
  });
});

describe('the listener', () => {
  it('wakes up whom it should, and comes back after its connection was cut', async () => {
    const lost = soon<Error>();
    const listener = createListener({
      url: database.url('membership'),
      applicationName: 'listener under test',
      random: () => 0,
      onTrouble: lost.resolve,
    });
    const heard: string[] = [];
    let next = soon<string>();
    const stop = await listener.listen('news', (payload) => {
      heard.push(payload);
      next.resolve(payload);
    });
    await pool.query("select pg_notify('news', 'first')");
    expect(await next.promise).toBe('first');
    next = soon();
    await database.admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'listener under test'",
    );
    expect((await lost.promise).message).toContain('terminat');
    expect(await next.promise).toBe('');
    next = soon();
    await pool.query("select pg_notify('news', 'after')");
    expect(await next.promise).toBe('after');
    await stop();
    const other = soon<string>();
    await listener.listen('other', other.resolve);
    await pool.query("select pg_notify('news', 'unheard'), pg_notify('other', 'heard')");
    expect(await other.promise).toBe('heard');
    expect(heard).toStrictEqual(['first', '', 'after']);
    await listener.close();
  });
});
