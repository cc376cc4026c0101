import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Group, isAt, menuOf, type Place, placeAt } from './menu-groups.ts';
import type { Grant } from './who-sees.ts';

const PlaceLink = ({ place, pathname }: Readonly<{ place: Place; pathname: string }>) => {
  const { t } = useTranslation();
  const isHere = isAt(place, pathname);
  return (
    <Link
      to={place.to}
      activeOptions={{ exact: true }}
      activeProps={{}}
      className={isHere ? 'active' : undefined}
      aria-current={isHere ? 'page' : undefined}
    >
      {t(`nav.${place.text}`)}
    </Link>
  );
};

type Opened = Readonly<{ isOpen: boolean; toggle: () => void }>;

const GroupLines = ({ group, pathname, isOpen, toggle }: Readonly<{ group: Group; pathname: string }> & Opened) => {
  const { t } = useTranslation();
  const id = `menu-${group.text}`;
  return (
    <>
      <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
        {t(`nav.${group.text}`)}
      </button>
      <ul id={id} hidden={!isOpen}>
        {group.places.map((place) => (
          <li key={place.to}>
            <PlaceLink place={place} pathname={pathname} />
          </li>
        ))}
      </ul>
    </>
  );
};

/** On a phone the menu is one line that says where one is, until it is opened. */
const MenuLine = ({ pathname, isOpen, toggle }: Readonly<{ pathname: string }> & Opened) => {
  const { t } = useTranslation();
  const here = placeAt(pathname);
  return (
    <div className="menu-line">
      <button type="button" aria-expanded={isOpen} aria-controls="menu-lines" onClick={toggle}>
        {t('menuButton')}
      </button>
      {here && <span>{t(`nav.${here.text}`)}</span>}
    </div>
  );
};

/** The menu: at most seven lines, of which some open into the places of one kind of work. */
export const Navigation = ({ grants }: Readonly<{ grants: readonly Grant[] | undefined }>) => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const groups = menuOf(grants);
  const here = groups.find(({ places }) => places.some((place) => isAt(place, pathname)))?.text;
  const [opened, setOpened] = useState(here);
  const [isShown, setShown] = useState(false);
  // Whoever arrives somewhere sees what stands beside it, and on a phone the page instead of the menu.
  useEffect(() => {
    setOpened(here);
    setShown(false);
  }, [here, pathname]);
  return (
    <nav className="menu" aria-label={t('menu')}>
      <MenuLine pathname={pathname} isOpen={isShown} toggle={() => setShown(!isShown)} />
      <ul id="menu-lines" className={isShown ? 'shown' : undefined}>
        {groups.map((group) => {
          const [only, second] = group.places;
          return (
            <li key={group.text}>
              {only && second === undefined ? (
                <PlaceLink place={only} pathname={pathname} />
              ) : (
                <GroupLines
                  group={group}
                  pathname={pathname}
                  isOpen={opened === group.text}
                  toggle={() => setOpened(opened === group.text ? undefined : group.text)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
};
