import { frenchDate } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { Page, PageHeader } from "../components/page-header.tsx";
import { ContactLink } from "../shell/contact-link.tsx";
import { AUDIT, rateOf, SAMPLE } from "./audit.ts";
import { Limits } from "./declared-limits.tsx";
import { Commitments } from "./commitments.tsx";
import { Remedies } from "./remedies.tsx";

/** The declaration that article 47 of the law of 11 February 2005 asks for. */
export function AccessibilityPage({ publisher }: { publisher: string | null }) {
  return (
    <Page narrow>
      <PageHeader
        title="Déclaration d’accessibilité"
        lead="Ce service doit pouvoir être utilisé par tout le monde, avec les outils de chacun."
      />
      <p>
        {publisher
          ? `${publisher} est responsable du service « Stage de seconde » et s’engage à le rendre accessible, `
          : "Qui ouvrira ce service en sera responsable et s’engagera à le rendre accessible ; cette démonstration n’est le service de personne. La déclaration est faite "}
        conformément à l’article 47 de la loi n°&nbsp;2005-102 du 11&nbsp;février 2005.
      </p>
      <State />
      <Sample />
      <Limits />
      <Commitments />
      <h2>Établissement de cette déclaration</h2>
      <p>
        Cette déclaration a été établie le {frenchDate(AUDIT.on)}. Elle sera mise à jour à chaque audit, et au
        plus tard un an après cette date.
      </p>
      <h2>Retour d’information et contact</h2>
      <p>
        Un contenu ou une étape vous bloque&nbsp;? Écrivez à <ContactLink /> en disant la page et l’outil que
        vous utilisez&nbsp;: nous vous aiderons à faire votre démarche autrement et nous corrigerons.
      </p>
      <Remedies />
    </Page>
  );
}

function State() {
  const { on, version, applicable, conform } = AUDIT;
  return (
    <>
      <h2>État de conformité</h2>
      <p>
        Le service est <strong>non conforme</strong> au référentiel général d’amélioration de l’accessibilité
        (RGAA), version&nbsp;{version}&nbsp;: aucun audit n’a encore été adopté par l’organisme responsable.
      </p>
      <h3>Résultats des contrôles</h3>
      <p>
        Un contrôle interne, fait à la main le {frenchDate(on)} par l’équipe du projet, a passé en revue les
        106 critères&nbsp;: {conform} des {plural(applicable, "critère applicable", "critères applicables")}{" "}
        sont respectés sur l’échantillon, soit {rateOf(AUDIT)}&nbsp;%. Ce taux ne vaut pas audit&nbsp;: il n’a
        pas été vérifié par un tiers, ni avec des personnes handicapées.
      </p>
    </>
  );
}

function Sample() {
  return (
    <>
      <h3>Pages vérifiées</h3>
      <ul>
        {SAMPLE.map((page) => (
          <li key={page}>{page}</li>
        ))}
      </ul>
      <p>
        Les conventions en PDF ont été vérifiées par leur structure balisée, les e-mails par leur source et
        leur version en texte.
      </p>
      <h3>Environnement et outils</h3>
      <ul>
        <li>
          navigateur&nbsp;: Chromium, sur des écrans de 1&nbsp;280, 360 et 320&nbsp;pixels de large, en thème
          clair et en thème sombre, avec et sans JavaScript, au clavier, texte agrandi à 200&nbsp;%&nbsp;;
        </li>
        <li>outils&nbsp;: axe-core, html-validate, Playwright, pdfinfo (structure des PDF)&nbsp;;</li>
        <li>technologies du service&nbsp;: HTML, CSS, JavaScript, WAI-ARIA, SVG, PDF.</li>
      </ul>
    </>
  );
}
