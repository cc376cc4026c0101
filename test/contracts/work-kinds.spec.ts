import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { routesIn } from '../../services/console/test/pages/known-routes.ts';
import { WORK_KINDS as ofRounds } from '../../services/evaluation/src/application/work/list-work.ts';
import { OPERATORS_WORK_KINDS as ofOperators } from '../../services/gateway/src/routes/work/parked-work.ts';
import { WORK_KINDS as known, WORK_LINKS } from '../../services/gateway/src/routes/work/work-links.ts';
import { WORK_KINDS as ofPeople } from '../../services/membership/src/application/list-work.ts';
import { WORK_KINDS as ofEditions } from '../../services/merit-projects/src/application/work/work-kinds.ts';

const ROUTES = join(import.meta.dirname, '../../services/console/src/routes');

/** Addresses of the console, each as a pattern. */
const pages = readdirSync(ROUTES)
  .flatMap((file) => routesIn(readFileSync(join(ROUTES, file), 'utf8')))
  .map((path) => new RegExp(`^${path.replaceAll(/\$\w+/gu, '[^/]+')}$`, 'u'));
const hasPage = (link: string): boolean =>
  pages.some((page) => page.test(new URL(link, 'https://console.invalid').pathname));

describe('the kinds of work', () => {
  it('lead to pages that the console has; those of people come with their pages', () => {
    // A naming is decided as a round is, and has pages of its own.
    const links = ['round', 'series'].flatMap((subjectKind) =>
      Object.values(WORK_LINKS).map((page) => page({ subjectKind, subjectId: 'S', editionId: 'E', role: '' })),
    );
    expect(links.length).toBeGreaterThan(50);
    expect(links).toContain('/honours/naming/S/circular');
    expect(links.filter((link) => !link.startsWith('/people/') && !hasPage(link))).toEqual([]);
    expect(hasPage('/holidays/2027')).toBe(false);
  });

  it('that services tell of, and what is parked in any of them, are those that have a page in the console, and no word is told by two', () => {
    const told = [...ofRounds, ...ofPeople, ...ofEditions, ...ofOperators];
    expect(told.toSorted()).toEqual([...known].toSorted());
    expect(new Set(told).size).toBe(told.length);
  });
});
