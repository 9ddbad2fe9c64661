import { Link, NavLink, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";

import { paths } from "#app/paths.ts";
import { DemonstrationBanner } from "./demonstration-banner.tsx";
import { QuickAccess, UnreadCount } from "./quick-access.tsx";
import { ServiceMark } from "./service-mark.tsx";
import { presentSpace, type ShellData, type Space } from "./shell-data.ts";
import { mainNavigation } from "./site-links.ts";

function MainNavigation({ id, space }: { id: string; space: Space }) {
  return (
    <nav className="fr-nav" id={id} aria-label="Menu principal">
      <ul className="fr-nav__list">
        {mainNavigation(space).map((item) => (
          <li className="fr-nav__item" key={item.to}>
            <NavLink className="fr-nav__link" to={item.to} end={item.to === paths.school.home()}>
              {item.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Escape closes the menu from anywhere in it, and gives the focus back to its button. */
function useCloseOnEscape() {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = ({ key }: KeyboardEvent) => {
      const { current } = menu;
      if (key !== "Escape" || !current?.open) return;
      current.open = false;
      current.querySelector("summary")?.focus();
    };
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, []);
  return menu;
}

/** On a phone the menu is a `<details>`: it opens without JavaScript. Its key closes it on navigation. */
function PhoneMenu({ shell }: { shell: ShellData }) {
  const location = useLocation();
  const menu = useCloseOnEscape();
  return (
    <details className="site-menu" key={location.key} ref={menu}>
      <summary className="site-menu__button fr-icon-menu-fill">
        Menu
        <UnreadCount unread={shell.viewer?.unread ?? 0} noun="notification" />
      </summary>
      <div className="site-menu__panel">
        <MainNavigation id="menu-telephone" space={spaceShown(shell, location.pathname)} />
        <QuickAccess shell={shell} />
      </div>
    </details>
  );
}

/** The menu is that of the space whose page is open. */
function spaceShown({ viewer }: ShellData, path: string): Space {
  if (!viewer) return "visitor";
  return (presentSpace(viewer, path) ?? viewer.spaces[0])?.space ?? "other";
}

export function SiteHeader({ shell }: { shell: ShellData }) {
  const { pathname } = useLocation();
  return (
    <header className="site-header" role="banner" id="entete" tabIndex={-1}>
      {shell.mode === "demonstration" ? <DemonstrationBanner /> : null}
      <div className="fr-container site-header__row">
        {shell.brand === "etat" ? (
          <p className="fr-logo site-header__state">
            République
            <br />
            Française
          </p>
        ) : null}
        <div className="site-header__service">
          <Link className="site-header__home" to={paths.home()} title="Accueil – Stage de seconde">
            <ServiceMark />
            <span className="site-header__name">Stage de seconde</span>
          </Link>
          <p className="site-header__tagline">Deux semaines pour découvrir un métier</p>
        </div>
        <div className="site-header__tools">
          <QuickAccess shell={shell} />
        </div>
        <PhoneMenu shell={shell} />
      </div>
      <div className="site-header__navigation">
        <div className="fr-container">
          <MainNavigation id="menu-principal" space={spaceShown(shell, pathname)} />
        </div>
      </div>
    </header>
  );
}
