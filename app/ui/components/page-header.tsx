import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { paths } from "#app/paths.ts";
import { typeset, typesetNode } from "#app/kernel/typography.ts";

export interface Crumb {
  to: string;
  label: string;
}

/** The way back up; "Accueil" comes first by itself and the current page last. */
export function Breadcrumbs({ trail = [], current }: { trail?: readonly Crumb[]; current: string }) {
  return (
    <nav className="breadcrumbs" aria-label="Vous êtes ici">
      <ol>
        {[{ to: paths.home(), label: "Accueil" }, ...trail].map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{typeset(crumb.label)}</Link>
          </li>
        ))}
        <li aria-current="page">{typeset(current)}</li>
      </ol>
    </nav>
  );
}

export interface PageHeaderProps {
  title: string;
  lead?: ReactNode;
  trail?: readonly Crumb[];
  /** Label of the current page in the breadcrumbs when the title is long. */
  crumb?: string;
  /** Buttons or a badge: beside the title, on a phone below the opening sentence. */
  aside?: ReactNode;
}

/** Breadcrumbs, `<h1>` and an opening sentence. */
export function PageHeader({ title, lead, trail, crumb, aside }: PageHeaderProps) {
  return (
    <div className="page-header">
      <Breadcrumbs current={crumb ?? title} {...(trail ? { trail } : {})} />
      <div className="page-header__title">
        <div className="page-header__words">
          <h1>{typeset(title)}</h1>
          {lead ? <p className="fr-text--lead page-header__lead">{typesetNode(lead)}</p> : null}
        </div>
        {aside ? <div>{aside}</div> : null}
      </div>
    </div>
  );
}

/** The page's column; "narrow" for forms and texts, whose lines stay short. */
export function Page({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return <div className={`fr-container page${narrow ? " page--narrow" : ""}`}>{children}</div>;
}
