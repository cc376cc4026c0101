// Asks PostgreSQL what it can not answer, under telemetry: its error quotes the value that it was given.
import { inSpan, stopTelemetry } from '@jiangong/telemetry/node';
import pg from 'pg';

const [, , parent, connectionString, value] = process.argv;
const client = new pg.Client({ connectionString });
await client.connect();
const said = await inSpan({ scope: 'asked-badly', name: 'jiangong.test.asked', parent }, () =>
  client.query('select $1::uuid', [value]).catch((error) => error.message),
);
await client.end();
console.log(JSON.stringify({ said }));
await stopTelemetry();
