import type { zh } from '../words/zh.ts';
import {
  anyOf,
  appeals,
  fillsLists,
  type Grant,
  measures,
  promises,
  reviews,
  scores,
  seesMembers,
  seesProblems,
  seesProjects,
  seesRoles,
  seesRounds,
  votes,
} from './who-sees.ts';

type Word = keyof typeof zh.nav;

export type Place = Readonly<{
  to:
    | '/'
    | '/editions'
    | '/entries'
    | '/review'
    | '/rounds'
    | '/my-sheets'
    | '/my-promises'
    | '/my-checklists'
    | '/my-ballots'
    | '/my-appeals'
    | '/my-bonuses'
    | '/my-measures'
    | '/problems'
    | '/organizations'
    | '/people'
    | '/members'
    | '/honours'
    | '/audit'
    | '/operations'
    | '/public/notices'
    | '/public/honours'
    | '/public/certificates';
  text: Word;
  /** Who finds it in the menu; `visitors`: also who is not signed in. */
  shows: ((grants: readonly Grant[]) => boolean) | 'visitors';
  /** Who has a place of his own for the same, which leads here. */
  unless?: (grants: readonly Grant[]) => boolean;
  /** Addresses that belong to it, where they do not begin like its own. */
  holds?: RegExp;
}>;

/** Places of one kind of work, under the word that a committee has for it. */
export type Group = Readonly<{ text: Word; places: readonly Place[] }>;

/** At most so many lines are seen at once before somebody opens one (console.md §5). */
const LINES_MAX = 7;

const everybody = (): boolean => true;

const alone = (place: Place): Group => ({ text: place.text, places: [place] });

const PROJECTS: Group = {
  text: 'projectsAndReview',
  places: [
    {
      to: '/entries',
      text: 'projects',
      shows: seesProjects,
      holds: /^\/(?:entries|editions\/[^/]+\/entries)/u,
    },
    {
      to: '/review',
      text: 'review',
      shows: reviews,
      holds: /^\/(?:review|editions\/[^/]+\/(?:review|clearances|notices|objections))/u,
    },
  ],
};

const EVALUATION: Group = {
  text: 'evaluation',
  places: [
    {
      to: '/rounds',
      text: 'rounds',
      shows: seesRounds,
      holds: /^\/(?:rounds(?!\/[^/]+\/(?:sheet|checklists|bonuses|measures|appeals))|editions\/[^/]+\/rounds)/u,
    },
    { to: '/my-sheets', text: 'sheets', shows: scores, holds: /^\/(?:my-sheets|rounds\/[^/]+\/sheet)/u },
    { to: '/my-promises', text: 'promises', shows: promises },
    {
      to: '/my-checklists',
      text: 'checklists',
      shows: fillsLists,
      holds: /^\/(?:my-checklists|rounds\/[^/]+\/checklists)/u,
    },
    { to: '/my-ballots', text: 'ballots', shows: votes },
    { to: '/my-bonuses', text: 'bonuses', shows: fillsLists, holds: /^\/(?:my-bonuses|rounds\/[^/]+\/bonuses)/u },
    { to: '/my-measures', text: 'measures', shows: measures, holds: /^\/(?:my-measures|rounds\/[^/]+\/measures)/u },
    { to: '/problems', text: 'problems', shows: seesProblems },
    { to: '/my-appeals', text: 'appeals', shows: appeals, holds: /^\/(?:my-appeals|rounds\/[^/]+\/appeals)/u },
  ],
};

const ORGANIZATIONS: Group = {
  text: 'organizationsAndMembers',
  places: [
    { to: '/organizations', text: 'organizations', shows: everybody },
    { to: '/members', text: 'members', shows: seesMembers },
    { to: '/people', text: 'people', shows: seesRoles },
  ],
};

const PUBLISHED: Group = {
  text: 'published',
  places: [
    { to: '/honours', text: 'awarded', shows: seesRounds, holds: /^\/(?:honours|series)/u },
    {
      to: '/public/notices',
      text: 'notices',
      shows: 'visitors',
      unless: reviews,
      holds: /^\/public\/(?:notices|objections)/u,
    },
    { to: '/public/honours', text: 'honours', shows: 'visitors', unless: seesRounds },
    { to: '/public/certificates', text: 'certificates', shows: 'visitors', unless: seesRounds },
  ],
};

const GROUPS: readonly Group[] = [
  alone({ to: '/', text: 'work', shows: everybody, holds: /^\/$/u }),
  alone({
    to: '/editions',
    text: 'campaigns',
    shows: seesProjects,
    holds:
      /^\/(?:editions(?!\/[^/]+\/(?:entries|review|clearances|notices|objections|rounds))|holidays|programmes|policies|own-notices|public\/policies)/u,
  }),
  PROJECTS,
  EVALUATION,
  ORGANIZATIONS,
  PUBLISHED,
  alone({ to: '/audit', text: 'audit', shows: anyOf('auditor') }),
  alone({ to: '/operations', text: 'operations', shows: anyOf('operator') }),
];

/**
 * What somebody finds in the menu: what he works with and nothing that would refuse. What fits into seven lines stands there
 * as it is, longer menus by groups, of which one with a single place is that place.
 *
 * @param grants of whoever is signed in; undefined for a visitor
 */
export const menuOf = (grants: readonly Grant[] | undefined): readonly Group[] => {
  const isShown = ({ shows, unless }: Place): boolean =>
    (shows === 'visitors' || (grants !== undefined && shows(grants))) && !(grants !== undefined && unless?.(grants));
  const groups = GROUPS.map(({ text, places }) => ({ text, places: places.filter(isShown) })).filter(
    ({ places }) => places.length > 0,
  );
  const places = groups.flatMap((group) => group.places);
  return places.length <= LINES_MAX ? places.map(alone) : groups;
};

/** Whether an address is of a place. */
export const isAt = ({ to, holds }: Place, pathname: string): boolean =>
  holds === undefined ? pathname.startsWith(to) : holds.test(pathname);

/** The place that an address belongs to, also where it is in nobody's menu who may come there: a unit's officer reads a round of which he sees no list. */
export const placeAt = (pathname: string): Place | undefined =>
  GROUPS.flatMap(({ places }) => places).find((place) => isAt(place, pathname));
