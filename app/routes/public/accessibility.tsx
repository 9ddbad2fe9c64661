import type { MetaFunction } from "@remix-run/node";

import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { ContactLink } from "#app/ui/shell/contact-link.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Accessibilité : partiellement conforme") }];

export default function Accessibility() {
  return (
    <Page narrow>
      <PageHeader
        title="Déclaration d’accessibilité"
        lead="Ce service doit pouvoir être utilisé par tout le monde, avec les outils de chacun."
      />
      <p>
        Cette déclaration s’applique au service «&nbsp;Stage de seconde&nbsp;», conformément à l’article 47 de
        la loi n°&nbsp;2005-102 du 11&nbsp;février 2005.
      </p>

      <h2>État de conformité</h2>
      <p>
        Le service est <strong>partiellement conforme</strong> au référentiel général d’amélioration de
        l’accessibilité (RGAA), version&nbsp;4.1.
      </p>
      <p>
        Cet état repose sur une évaluation faite par l’équipe du projet. Aucun audit complet par un tiers n’a
        encore eu lieu&nbsp;: aucun taux de conformité n’est donc annoncé.
      </p>

      <h2>Ce qui a été vérifié</h2>
      <ul>
        <li>
          les règles automatiques d’axe-core, avec Chromium, en thème clair et en thème sombre, sur un écran
          d’ordinateur et sur un écran de 360&nbsp;pixels de large&nbsp;;
        </li>
        <li>l’usage sans JavaScript&nbsp;: menu, recherche, formulaires, questions de l’aide&nbsp;;</li>
        <li>
          la navigation au clavier&nbsp;: liens d’évitement, ordre et visibilité du focus, fermeture des
          fenêtres&nbsp;;
        </li>
        <li>
          les formulaires&nbsp;: chaque champ a son étiquette, chaque erreur est rattachée à son champ et
          résumée en haut de la page.
        </li>
      </ul>

      <h2>Ce qui ne l’est pas encore</h2>
      <h3>Non-conformités et manques connus</h3>
      <ul>
        <li>
          le service n’a pas encore été essayé de bout en bout avec les lecteurs d’écran NVDA, JAWS, VoiceOver
          et TalkBack, ni par des personnes handicapées&nbsp;;
        </li>
        <li>
          les conventions en PDF sont balisées, mais leur lecture par les technologies d’assistance n’a pas
          été vérifiée&nbsp;;
        </li>
        <li>
          le choix du thème («&nbsp;Paramètres d’affichage&nbsp;») demande JavaScript&nbsp;; sans lui, le
          thème suit les réglages de l’appareil.
        </li>
      </ul>
      <h3>Contenus non vérifiés</h3>
      <p>Les textes des offres sont écrits par les organismes d’accueil&nbsp;: leur clarté dépend d’eux.</p>

      <h2>Établissement de cette déclaration</h2>
      <p>
        Technologies utilisées&nbsp;: HTML5, CSS, JavaScript, WAI-ARIA, SVG, PDF. Outils&nbsp;: axe-core,
        Chromium, Playwright.
      </p>

      <h2>Retour d’information et contact</h2>
      <p>
        Un contenu ou une étape vous bloque&nbsp;? Écrivez à <ContactLink /> en disant la page et l’outil que
        vous utilisez&nbsp;: nous vous aiderons à faire votre démarche autrement et nous corrigerons.
      </p>

      <h2>Voies de recours</h2>
      <p>
        Si vous avez signalé un défaut d’accessibilité qui vous empêche d’utiliser le service et que vous
        n’avez pas reçu de réponse satisfaisante, vous pouvez&nbsp;:
      </p>
      <ul>
        <li>
          <a href="https://formulaire.defenseurdesdroits.fr/">écrire un message au Défenseur des droits</a>
          &nbsp;;
        </li>
        <li>
          <a href="https://www.defenseurdesdroits.fr/saisir/delegues">
            contacter le délégué du Défenseur des droits dans votre région
          </a>
          &nbsp;;
        </li>
        <li>
          écrire par la poste, sans timbre&nbsp;: Défenseur des droits, Libre réponse 71120, 75342 Paris
          CEDEX&nbsp;07.
        </li>
      </ul>
    </Page>
  );
}
