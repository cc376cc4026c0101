import { describe, expect, it } from '@jest/globals';
import { ROLE_NAMES } from '@jiangong/access';
import { actWords, roleWords } from '@jiangong/programmes';
import { en } from '../../services/console/src/words/en.ts';
import { zh } from '../../services/console/src/words/zh.ts';
import { SAMPLE_ROLES } from '../../services/gateway/src/adapters/http/sample-people.ts';
import { STAGES } from '../../services/merit-projects/src/application/edition-history.ts';
import { wordOf } from '../../services/notifications/src/domain/words.ts';

const keys = <K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] => Object.keys(table) as K[];

/**
 * Whoever is told by a message that he was granted a role, or that a stage began, looks for it on a page: pages, messages, histories, the rule
 * book of a template and the sign-in of the sample say the same word.
 */
describe('one name for one thing', () => {
  it.each(keys(ROLE_NAMES))('the role %s is called the same on pages, in messages and at the sign-in', (role) => {
    const page = { zh: zh.role[role], en: en.role[role].toLowerCase() };
    expect(ROLE_NAMES[role]).toEqual(page);
    expect(wordOf('role', role)).toEqual(page);
    const offered = SAMPLE_ROLES[role];
    if (offered !== undefined) expect({ zh: offered.zh, en: offered.en.toLowerCase() }).toEqual(page);
  });

  it.each(keys(roleWords).filter((role) => role in zh.role))('the role %s is called the same in rule books', (role) =>
    expect(roleWords[role].zh).toBe(zh.role[role as keyof typeof zh.role]),
  );

  it.each(keys(zh.campaigns.act))(
    'a stage of %s is called the same on pages, in messages, histories and rule books',
    (act) =>
      expect([wordOf('stage', act).zh, STAGES[act].zh, actWords[act].zh]).toEqual(
        Array.from({ length: 3 }, () => zh.campaigns.act[act]),
      ),
  );
});
