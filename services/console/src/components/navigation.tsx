import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';

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

const everybody = (): boolean => true;

type Place = Readonly<{
  to:
    | '/'
    | '/entries'
    | '/organizations'
    | '/audit'
    | '/operations'
    | '/public/notices'
    | '/public/honours'
    | '/public/certificates';
  text: 'work' | 'projects' | 'organizations' | 'audit' | 'operations' | 'notices' | 'honours' | 'certificates';
  /** Who finds it in the menu; `visitors`: also who is not signed in. */
  shows: ((grants: readonly Grant[]) => boolean) | 'visitors';
  /** Addresses that belong to it, where they do not begin like its own. */
  holds?: RegExp;
}>;

const PLACES: readonly Place[] = [
  { to: '/', text: 'work', shows: everybody, holds: /^\/$/u },
  { to: '/entries', text: 'projects', shows: seesProjects, holds: /^\/(?:entries|editions\/[^/]+\/entries)/u },
  { to: '/organizations', text: 'organizations', shows: everybody },
  { to: '/audit', text: 'audit', shows: anyOf('auditor') },
  { to: '/operations', text: 'operations', shows: anyOf('operator') },
  { to: '/public/notices', text: 'notices', shows: 'visitors' },
  { to: '/public/honours', text: 'honours', shows: 'visitors' },
  { to: '/public/certificates', text: 'certificates', shows: 'visitors' },
];

/** The menu: what one works with, and nothing that would refuse. */
export const Navigation = ({ grants }: Readonly<{ grants: readonly Grant[] | undefined }>) => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const shown = PLACES.filter(({ shows }) => shows === 'visitors' || (grants !== undefined && shows(grants)));
  return (
    <nav className="menu" aria-label={t('menu')}>
      <ul>
        {shown.map(({ to, text, holds }) => {
          const isHere = holds === undefined ? pathname.startsWith(to) : holds.test(pathname);
          return (
            <li key={to}>
              <Link to={to} className={isHere ? 'active' : undefined} aria-current={isHere ? 'page' : undefined}>
                {t(`nav.${text}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};
