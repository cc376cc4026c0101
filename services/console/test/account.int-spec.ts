import { jest } from '@jest/globals';
import { freePort } from '../../../test/journeys/demo/platform/free-port.ts';
import { sampleSuite } from './browser-suite.ts';
import { accountTests } from './testing/account-tests.ts';

jest.setTimeout(300_000);

/** A platform that sends mail, to a server that is away: addresses are taken, and nothing is sent anywhere. */
const mailAway = async (): Promise<Readonly<Record<string, string>>> => ({
  MAIL_SMTP_HOST: '127.0.0.1',
  MAIL_SMTP_PORT: String(await freePort()),
  MAIL_SMTP_TLS: 'none',
  MAIL_FROM: 'jiangong@example.invalid',
});

sampleSuite('the own account', ({ enter }) => accountTests(enter), mailAway);
