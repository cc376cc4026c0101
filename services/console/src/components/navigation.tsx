import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import type { zh } from '../words/zh.ts';

type Grant = Schemas['Grant'];
type Role = Grant['role'];

const anyOf =
  (...roles: readonly Role[]) =>
  (grants: readonly Grant[]): boolean =>
    grants.some(({ role }) => roles.includes(role));

/** Experts and the public see projects through their sheets and notices, not through the list. */
export const seesProjects = anyOf(
  'committee-officer',
  'committee-leader',
  'discipline-inspector',
  'unit-officer',
  'branch-secretary',
  'auditor',
  'appraisal-office',
);

/** Review, clearance, notice and objections are these two offices' work. */
export const reviews = anyOf('committee-officer', 'discipline-inspector');

/** Who runs rounds or looks after them; evaluators find their sheets by their work. */
export const seesRounds = anyOf('committee-officer', 'committee-leader', 'discipline-inspector', 'auditor');

const scores = anyOf('expert', 'unit-officer', 'committee-leader');

/** Who checks, or is checked; whoever answers for an entry without one of these roles finds his list by its address. */
const fillsLists = anyOf(
  'committee-officer',
  'discipline-inspector',
  'unit-officer',
  'branch-secretary',
  'member',
  'appraisal-office',
);

/** Who records what was measured elsewhere, or may be measured; an expert who records finds it by his work. */
const measures = anyOf('committee-officer', 'discipline-inspector', 'unit-officer', 'branch-secretary', 'member');

/** Who may have a vote: whether he has is the ballot's to say. */
const votes = anyOf('member', 'mass-voter', 'branch-secretary', 'unit-officer', 'committee-officer');

/** Who holds which role is seen by those who give roles, and by auditors. */
const seesRoles = anyOf('committee-officer', 'committee-leader', 'unit-officer', 'auditor');

/** Who looks after members; a record is read by fewer. */
const seesMembers = anyOf('committee-officer', 'committee-leader', 'unit-officer', 'branch-secretary');

/** Who sees lists of problems; who puts on them what was found; and who answers for what stands there. */
export const seesProblems = anyOf(
  'committee-officer',
  'committee-leader',
  'discipline-inspector',
  'unit-officer',
  'branch-secretary',
  'auditor',
);
export const findsProblems = anyOf('committee-officer', 'discipline-inspector');
export const ownsProblems = anyOf('unit-officer', 'branch-secretary');

/** Those who may appeal, and those who decide. */
export const appeals = anyOf('unit-officer', 'branch-secretary', 'committee-leader', 'discipline-inspector');

const everybody = (): boolean => true;

type Place = Readonly<{
  to:
    | '/'
    | '/editions'
    | '/entries'
    | '/review'
    | '/rounds'
    | '/my-sheets'
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
  text: keyof typeof zh.nav;
  /** Who finds it in the menu; `visitors`: also who is not signed in. */
  shows: ((grants: readonly Grant[]) => boolean) | 'visitors';
  /** Who has a place of his own for the same, which leads here. */
  unless?: (grants: readonly Grant[]) => boolean;
  /** Addresses that belong to it, where they do not begin like its own. */
  holds?: RegExp;
}>;

const PLACES: readonly Place[] = [
  { to: '/', text: 'work', shows: everybody, holds: /^\/$/u },
  {
    to: '/editions',
    text: 'campaigns',
    shows: seesProjects,
    holds: /^\/(?:editions(?!\/[^/]+\/(?:entries|review|clearances|notices|objections|rounds))|holidays)/u,
  },
  { to: '/entries', text: 'projects', shows: seesProjects, holds: /^\/(?:entries|editions\/[^/]+\/entries)/u },
  {
    to: '/review',
    text: 'review',
    shows: reviews,
    holds: /^\/(?:review|editions\/[^/]+\/(?:review|clearances|notices|objections))/u,
  },
  {
    to: '/rounds',
    text: 'rounds',
    shows: seesRounds,
    holds: /^\/(?:rounds(?!\/[^/]+\/(?:sheet|checklists|bonuses|measures|appeals))|editions\/[^/]+\/rounds)/u,
  },
  { to: '/my-sheets', text: 'sheets', shows: scores, holds: /^\/(?:my-sheets|rounds\/[^/]+\/sheet)/u },
  {
    to: '/my-checklists',
    text: 'checklists',
    shows: fillsLists,
    holds: /^\/(?:my-checklists|rounds\/[^/]+\/checklists)/u,
  },
  { to: '/my-ballots', text: 'ballots', shows: votes },
  {
    to: '/my-bonuses',
    text: 'bonuses',
    shows: fillsLists,
    holds: /^\/(?:my-bonuses|rounds\/[^/]+\/bonuses)/u,
  },
  {
    to: '/my-measures',
    text: 'measures',
    shows: measures,
    holds: /^\/(?:my-measures|rounds\/[^/]+\/measures)/u,
  },
  {
    to: '/my-appeals',
    text: 'appeals',
    shows: appeals,
    holds: /^\/(?:my-appeals|rounds\/[^/]+\/appeals)/u,
  },
  { to: '/problems', text: 'problems', shows: seesProblems },
  { to: '/organizations', text: 'organizations', shows: everybody },
  { to: '/members', text: 'members', shows: seesMembers },
  { to: '/people', text: 'people', shows: seesRoles },
  { to: '/honours', text: 'awarded', shows: seesRounds },
  { to: '/audit', text: 'audit', shows: anyOf('auditor') },
  { to: '/operations', text: 'operations', shows: anyOf('operator') },
  { to: '/public/notices', text: 'notices', shows: 'visitors', unless: reviews },
  { to: '/public/honours', text: 'honours', shows: 'visitors', unless: seesRounds },
  { to: '/public/certificates', text: 'certificates', shows: 'visitors', unless: seesRounds },
];

/** The menu: what one works with, and nothing that would refuse. */
export const Navigation = ({ grants }: Readonly<{ grants: readonly Grant[] | undefined }>) => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const list = useRef<HTMLUListElement>(null);
  // On a phone it is one line that is wider than the screen: where one is stands in its middle.
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('.active');
    if (list.current && here)
      list.current.scrollLeft = here.offsetLeft - (list.current.clientWidth - here.offsetWidth) / 2;
  }, [pathname, grants]);
  const shown = PLACES.filter(
    ({ shows, unless }) =>
      (shows === 'visitors' || (grants !== undefined && shows(grants))) && !(grants !== undefined && unless?.(grants)),
  );
  return (
    <nav className="menu" aria-label={t('menu')}>
      <ul ref={list}>
        {shown.map(({ to, text, holds }) => {
          const isHere = holds === undefined ? pathname.startsWith(to) : holds.test(pathname);
          return (
            <li key={to}>
              <Link
                to={to}
                activeOptions={{ exact: true }}
                activeProps={{}}
                className={isHere ? 'active' : undefined}
                aria-current={isHere ? 'page' : undefined}
              >
                {t(`nav.${text}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};
