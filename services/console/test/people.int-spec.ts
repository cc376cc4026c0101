import { jest } from '@jest/globals';
import { sampleSuite } from './browser-suite.ts';
import { clockTests } from './testing/clock-tests.ts';
import { deskTests } from './testing/desk-tests.ts';
import { memberTests } from './testing/member-tests.ts';
import { organizationTests } from './testing/organization-tests.ts';
import { peopleTests } from './testing/people-tests.ts';
import { webhookTests } from './testing/webhook-tests.ts';

jest.setTimeout(300_000);

sampleSuite('people, organizations, members, webhooks, messages and holidays', ({ enter }) => {
  clockTests(enter);
  peopleTests(enter);
  organizationTests(enter);
  memberTests(enter);
  webhookTests(enter);
  deskTests(enter);
});
