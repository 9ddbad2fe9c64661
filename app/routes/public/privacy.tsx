import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { RETENTION_RULES } from "#app/domain/personal-data/retention-rules.ts";
import { paths } from "#app/paths.ts";
import { DataList } from "#app/ui/components/data-list.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { RetentionRegister } from "#app/ui/personal-data/retention-register.tsx";
import { ContactLink } from "#app/ui/shell/contact-link.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf } from "#app/web/app-of.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Données personnelles") }];

const whoSeesWhat = [
  {
    term: "L’employeur, avant d’accepter",
    details: "Votre prénom, votre niveau, la ville de votre lycée et votre motivation. Rien d’autre.",
  },
  {
    term: "L’employeur, après avoir accepté",
    details:
      "Votre nom, votre classe, votre lycée et de quoi vous joindre, pour préparer votre venue. La convention y ajoute votre date de naissance et le contact de vos responsables.",
  },
  { term: "Vos professeurs", details: "Les élèves de leurs classes\u00a0: candidatures, stage, convention." },
  { term: "La direction et le secrétariat", details: "Les élèves de votre lycée." },
  { term: "L’académie", details: "Des nombres, jamais des noms." },
  {
    term: "Les autres",
    details: "Personne. Vos données ne sont ni vendues, ni montrées à des publicitaires.",
  },
];

const besides = [
  {
    term: "Santé",
    details:
      "Aujourd’hui, le service ne vous demande rien sur votre santé. Si une convention doit en parler un jour, ce sera chiffré, puis effacé 30 jours après le stage.",
  },
  {
    term: "Journaux techniques",
    details: "Douze mois au plus. Ils ne contiennent ni nom, ni adresse électronique, ni lieu cherché.",
  },
];

/** Streets are placed, and the map is drawn, by outside services only where the operator has set them up. */
export function loader(args: LoaderFunctionArgs) {
  const { MAPBOX_ACCESS_TOKEN, MAP_TILES_URL } = appOf(args).env;
  return { asksMapbox: MAPBOX_ACCESS_TOKEN !== undefined, asksTiles: MAP_TILES_URL !== undefined };
}

export default function Privacy() {
  const { asksMapbox, asksTiles } = useLoaderData<typeof loader>();
  return (
    <Page narrow>
      <PageHeader
        title="Données personnelles"
        lead="Ce que nous savons de vous, pourquoi, qui le voit et quand nous l’effaçons. En clair."
      />
      <h2>Pourquoi nous avons besoin d’informations sur vous</h2>
      <p>
        Pour que vous puissiez trouver un stage, et que votre lycée et l’employeur puissent faire la
        convention. C’est une mission d’intérêt public&nbsp;: le stage de seconde est prévu par la loi. Nous
        ne vous demandons donc pas d’autorisation, mais nous n’avons pas le droit d’utiliser vos informations
        pour autre chose.
      </p>

      <h2>Ce que nous gardons</h2>
      <ul>
        <li>votre prénom, votre nom, votre classe et votre lycée, donnés par le lycée&nbsp;;</li>
        <li>vos candidatures, vos brouillons, ce que vous y écrivez et leurs réponses&nbsp;;</li>
        <li>
          les 300 dernières offres que vous avez ouvertes, pour vous les signaler par «&nbsp;Déjà vue&nbsp;»,
          varier nos suggestions et faire monter les familles de métiers qui vous intéressent quand vous triez
          par «&nbsp;les plus pertinentes&nbsp;» (rien n’est retenu quand JavaScript est désactivé)&nbsp;:
          vous pouvez les effacer depuis vos favoris&nbsp;;
        </li>
        <li>
          vos alertes&nbsp;: le lieu, le rayon et les filtres des recherches que vous enregistrez, jusqu’à ce
          que vous les supprimiez&nbsp;; et la liste des offres trouvées pour elles, qui s’efface toute seule
          le 30 septembre qui suit le stage&nbsp;;
        </li>
        <li>
          vos favoris, et ce que vous écrivez par «&nbsp;J’ai un problème&nbsp;», lu par vos professeurs de la
          classe, le secrétariat et la direction de votre lycée&nbsp;;
        </li>
        <li>
          après le stage, vos réponses aux deux questions sur ce que vous en avez pensé, si vous y
          répondez&nbsp;: elles ne servent qu’à des statistiques, jamais montrées avec votre nom&nbsp;;
        </li>
        <li>
          votre date de naissance et le contact de vos responsables, donnés par le lycée, seulement pour la
          convention&nbsp;;
        </li>
        <li>votre adresse électronique et votre téléphone, seulement si vous les donnez.</li>
      </ul>
      <h3>Ce que nous comptons, sans savoir qui</h3>
      <p>
        Pour savoir quelles offres manquent, nous comptons les recherches&nbsp;: l’heure, la commune, les
        filtres, le nombre d’offres trouvées, et parmi les mots tapés ceux que des offres contiennent. Rien
        n’y dit qui a cherché. Ces lignes s’effacent toutes seules après douze mois.
      </p>
      <p>
        Pour réparer ce qui empêche d’entrer, nous comptons aussi les connexions refusées&nbsp;: le jour, la
        façon d’entrer, la raison et le lycée quand il est connu. Rien n’y dit qui essayait, et ces nombres
        s’effacent après douze mois.
      </p>
      <h3>Ce que nous ne demandons pas</h3>
      <p>
        Ni l’adresse de votre domicile, ni votre photo, ni vos notes, ni votre numéro national d’élève. Quand
        vous cherchez «&nbsp;près de chez vous&nbsp;», l’adresse tapée sert à trouver la commune&nbsp;: elle
        n’est pas gardée.
        {asksMapbox
          ? " Pour situer une rue, elle est envoyée au service de cartographie Mapbox, sans rien d’autre sur vous."
          : null}
      </p>

      <h2>Qui voit quoi</h2>
      <DataList items={whoSeesWhat} />

      <h2>Combien de temps</h2>
      <p>
        Chaque nuit, le service efface de lui-même ce qui est arrivé à son terme. Deux semaines avant, il
        prévient les élèves, et ceux dont le compte ne sert plus. Voici le registre qu’il applique.
      </p>
      <RetentionRegister rules={RETENTION_RULES} />
      <p>
        Pour aller plus loin&nbsp;: le <Link to={paths.processingRegister()}>registre des traitements</Link>{" "}
        et l’<Link to={paths.impactAssessment()}>analyse d’impact</Link>.
      </p>
      <h3>En plus de ce registre</h3>
      <DataList items={besides} />

      <h2>Cookies et publicité</h2>
      <p>
        Des cookies nécessaires et rien d’autre&nbsp;: l’un pour rester connecté pendant votre visite, l’autre
        pour reconnaître pendant six mois un navigateur qui s’est déjà connecté à votre compte, afin que
        personne ne puisse vous en fermer l’accès en essayant des mots de passe&nbsp;; les responsables légaux
        en reçoivent un de plus quand ils ouvrent une lettre. Pas de publicité, pas de mesure d’audience,
        aucun contenu venu d’un autre site
        {asksTiles
          ? ", sauf les images de la carte des offres\u00a0: quand vous l’ouvrez, votre navigateur les demande à un service de cartographie, qui voit la partie de la carte affichée et l’adresse de votre connexion, rien d’autre sur vous"
          : null}
        . Le thème clair ou sombre est retenu dans votre navigateur et n’en sort pas.
      </p>

      <h2>Vos droits</h2>
      <p>
        Vous pouvez demander à voir ce que nous avons sur vous, à corriger une erreur, à en demander
        l’effacement, à vous opposer à un usage ou à en limiter un. Écrivez à <ContactLink />, ou demandez à
        votre lycée. Vous n’avez pas besoin de donner de raison pour demander à voir vos données, et vos
        parents peuvent écrire pour vous.
      </p>
      <p>
        Si la réponse ne vous convient pas, vous pouvez vous adresser à la CNIL, qui protège les données de
        tout le monde&nbsp;: <a href="https://www.cnil.fr/fr/plaintes">cnil.fr/fr/plaintes</a>.
      </p>
    </Page>
  );
}
