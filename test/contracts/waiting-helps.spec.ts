import { hostRefusalTexts } from '@jiangong/service-host';
import { expect, it } from '@jest/globals';
import { refusalTexts as ofAudit } from '../../services/audit/src/application/refusal-texts.ts';
import { refusalTexts as ofEvaluation } from '../../services/evaluation/src/application/refusal-texts.ts';
import { refusalTexts as ofMembership } from '../../services/membership/src/application/refusal-texts.ts';
import { refusalTexts as ofMeritProjects } from '../../services/merit-projects/src/application/refusal-texts.ts';
import { refusalTexts as ofNotifications } from '../../services/notifications/src/application/refusal-texts.ts';
import { refusalTexts as ofOrganizations } from '../../services/organizations/src/application/refusal-texts.ts';

/** What is answered by 429 and `Retry-After`: a client that comes again by itself gets in, or at least may hope to. */
const HEALED_BY_WAITING = [
  'CODES_TOO_MANY',
  'DOCUMENTS_BUSY',
  'TOO_BUSY',
  'TOO_MANY_ANONYMOUS',
  'TOO_MANY_OBJECTIONS',
  'TOO_MANY_OBJECTIONS_OF_SOURCE',
];

it('only what waiting heals tells a client to come again; a limit of something for good is a conflict', () => {
  const texts = [
    hostRefusalTexts,
    ofAudit,
    ofEvaluation,
    ofMembership,
    ofMeritProjects,
    ofNotifications,
    ofOrganizations,
  ];
  const said = texts.flatMap((told) =>
    Object.entries(told).flatMap(([reason, { status }]) => (status === 'RESOURCE_EXHAUSTED' ? [reason] : [])),
  );
  expect([...new Set(said)].toSorted()).toEqual(HEALED_BY_WAITING);
});
