import { Link } from "@remix-run/react";

import { SessionLimit } from "./session-end.tsx";
import type { ShellData } from "./shell-data.ts";
import { footerLinks } from "./site-links.ts";

export function SiteFooter({ shell }: { shell: ShellData }) {
  return (
    <footer className="fr-footer" role="contentinfo" id="pied-de-page">
      <div className="fr-container">
        <div className="site-footer__body">
          {shell.brand === "etat" ? (
            <p className="fr-logo">
              République
              <br />
              Française
            </p>
          ) : null}
          <div>
            <p className="site-footer__name">Stage de seconde</p>
            <p className="site-footer__text">
              Le service qui rapproche les élèves de seconde générale et technologique et celles et ceux qui
              les accueillent, de l’offre à la convention signée.
            </p>
          </div>
          <p className="site-footer__text">
            Besoin de parler&nbsp;? <a href="tel:3018">3018</a> (harcèlement et violences numériques) et{" "}
            <a href="tel:119">119</a> (enfance en danger)&nbsp;: gratuits et confidentiels.
          </p>
          {shell.viewer ? <SessionLimit hour={shell.viewer.session.hour} /> : null}
        </div>
        <div className="fr-footer__bottom">
          <ul className="fr-footer__bottom-list">
            {footerLinks.map((item) => (
              <li className="fr-footer__bottom-item" key={item.to}>
                <Link className="fr-footer__bottom-link" to={item.to}>
                  {item.label}
                </Link>
              </li>
            ))}
            <li className="fr-footer__bottom-item js-only">
              <button
                className="fr-footer__bottom-link fr-icon-theme-fill fr-link--icon-left"
                type="button"
                aria-controls="fr-theme-modal"
                data-fr-opened="false"
              >
                Paramètres d’affichage
              </button>
            </li>
          </ul>
          <div className="fr-footer__bottom-copy">
            <p>
              Le code de ce service est libre, sous licence MIT. Sauf mention contraire, ses textes sont
              proposés sous{" "}
              <a
                href="https://github.com/etalab/licence-ouverte/blob/master/LO.md"
                target="_blank"
                rel="noopener noreferrer"
                title="licence etalab-2.0 – nouvelle fenêtre"
              >
                licence etalab-2.0
              </a>
              .
            </p>
          </div>
        </div>
      </div>
    </footer>
  );
}
