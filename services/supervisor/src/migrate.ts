import { readFile } from 'node:fs/promises';
import { secretsFromFiles } from '@jiangong/service-host/nest';
import { prepareDatabase, rolesOf } from './database.ts';
import { SERVICE_NAMES, type ServiceName } from './service-names.ts';

/**
 * Prepares a database for a version of the platform, as a job of its own before its services start: roles, schemas, the log, the tables
 * of public facts. It can be repeated. Services make the tables of their read models themselves.
 *
 *   DATABASE_URL or DATABASE_URL_FILE   a superuser's address
 *   DATABASE_PASSWORDS_FILE             JSON: the password of each service's role
 */
const { DATABASE_URL: url, DATABASE_PASSWORDS_FILE: passwordsFile } = secretsFromFiles(process.env);
if (url === undefined || passwordsFile === undefined)
  throw new Error('configuration: DATABASE_URL_FILE and DATABASE_PASSWORDS_FILE are needed');
const passwords = JSON.parse(await readFile(passwordsFile, 'utf8')) as Partial<Record<ServiceName, string>>;
const missing = SERVICE_NAMES.filter((service) => passwords[service] === undefined);
if (missing.length > 0) throw new Error(`${passwordsFile} names no password for ${missing.join(', ')}`);
await prepareDatabase(url, rolesOf({ databasePasswords: passwords as Record<ServiceName, string> }));
process.stdout.write('database prepared\n');
