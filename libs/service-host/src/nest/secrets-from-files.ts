import { readFileSync } from 'node:fs';

/** Settings that are secret or hold one: each may be given as `<NAME>_FILE`, which is how a cluster hands them over. */
export const SECRET_SETTINGS = [
  'DATABASE_URL',
  'SERVICE_TOKEN_PRIVATE_KEY',
  'SERVICE_TOKEN_PUBLIC_KEY',
  'OIDC_CLIENT_SECRET',
  'REDIS_PASSWORD',
  'MAIL_SMTP_PASSWORD',
  'EVIDENCE_S3_ACCESS_KEY',
  'EVIDENCE_S3_SECRET_KEY',
] as const;

/** The environment with every secret that was given by file. Throws when one is given in both ways, or its file can not be read. */
export const secretsFromFiles = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const read: NodeJS.ProcessEnv = {};
  for (const name of SECRET_SETTINGS) {
    const file = environment[`${name}_FILE`];
    if (file === undefined) continue;
    if (environment[name] !== undefined) throw new Error(`configuration: ${name} and ${name}_FILE are both given`);
    read[name] = readFileSync(file, 'utf8').trim();
  }
  return { ...environment, ...read };
};
