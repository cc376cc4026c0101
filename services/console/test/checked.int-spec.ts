import { jest } from '@jest/globals';
import { browserSuite } from './browser-suite.ts';
import { CheckedCampaign } from './checked-campaign.ts';
import { checklistTests } from './testing/checklist-tests.ts';
import { looksIn } from './pages/looks.ts';
import { checkedGround } from './pages/source-grounds.ts';
import { problemTests } from './testing/problem-tests.ts';
import { rollTests } from './testing/roll-tests.ts';

jest.setTimeout(300_000);

/** At its check, with findings and marks, some of them lacking, a problem to solve, and beside it an edition whose roll is ahead. */
const atCheck = { start: async () => CheckedCampaign.start(), origin: ({ origin }: CheckedCampaign) => origin };

/** Each of these is about something of its own on the one edition: none meets what another has changed. */
browserSuite('an edition at its check', atCheck, (suite) => {
  looksIn('checked', suite, checkedGround);
  checklistTests(suite);
  problemTests(suite);
  rollTests(suite);
});
