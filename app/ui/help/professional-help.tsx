import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { Disclosure } from "../components/disclosure.tsx";

export function EmployerHelp() {
  return (
    <>
      <Disclosure title="Qui peut accueillir un élève&nbsp;?">
        <p>
          Toute entreprise, quelle que soit sa taille, toute association, administration, collectivité ou
          établissement public. Il faut une personne disponible pour accompagner l’élève, et une activité qui
          s’observe sans danger.
        </p>
      </Disclosure>
      <Disclosure title="Comment publier une offre&nbsp;?">
        <p>
          Depuis <Link to={paths.employer.home()}>votre espace</Link>, en trois étapes&nbsp;: votre structure
          et son SIRET, le stage, puis les semaines, les places et les horaires. Le brouillon est gardé, et
          vous voyez l’offre comme l’élève la verra avant de la publier.
        </p>
      </Disclosure>
      <Disclosure title="Que peut faire un élève pendant le stage&nbsp;?">
        <p>
          Observer, échanger, et participer à des activités simples, accompagné. Il ne travaille pas, même un
          peu&nbsp;: pas de caisse, de service seul, de conduite, de travail en hauteur, ni de machine ou de
          produit interdits aux mineurs.
        </p>
      </Disclosure>
      <Disclosure title="Faut-il rémunérer ou déclarer quelque chose&nbsp;?">
        <p>
          Non, le stage n’est pas rémunéré. En cas d’accident, prévenez le chef d’établissement tout de suite
          et envoyez-lui le rapport le jour même. Prévenez-le aussi de toute absence.
        </p>
      </Disclosure>
      <Disclosure title="J’ai reçu des candidatures. Que dois-je faire&nbsp;?">
        <p>
          Répondez dans les dix jours, même par un refus&nbsp;: un motif court suffit. Au-delà, la candidature
          expire. Accepter réserve la place&nbsp;; l’élève a ensuite quelques jours pour confirmer, et la
          convention préremplie est créée.
        </p>
      </Disclosure>
      <Disclosure title="Comment préparer l’arrivée de l’élève&nbsp;?">
        <p>
          Présentez l’équipe, les règles de sécurité et la personne à qui parler en cas de propos ou de gestes
          déplacés. Prévoyez un programme de découverte&nbsp;: plusieurs métiers en une semaine valent mieux
          qu’un seul poste.
        </p>
      </Disclosure>
    </>
  );
}

export function SchoolHelp() {
  return (
    <>
      <Disclosure title="Que voit l’équipe enseignante&nbsp;?">
        <p>
          Ses classes et leurs conventions, dans <Link to={paths.school.home()}>l’espace établissement</Link>.
          Les autres classes ne lui sont pas ouvertes.
        </p>
      </Disclosure>
      <Disclosure title="Comment valider une convention&nbsp;?">
        <p>
          La convention arrive chez vous quand la structure d’accueil et le lycée ont rempli leur partie.
          Vérifiez que les activités conviennent, que les dates et les horaires sont permis, puis validez.
          Sinon, demandez une modification avec un commentaire&nbsp;: la partie concernée est corrigée, puis
          la convention vous revient.
        </p>
      </Disclosure>
      <Disclosure title="Qui signe&nbsp;?">
        <p>
          Pour un élève mineur&nbsp;: la structure d’accueil, la direction du lycée et un responsable légal.
          Le professeur référent peut signer. L’élève majeur signe lui-même.
        </p>
      </Disclosure>
      <Disclosure title="Et pour un élève dispensé ou sans stage&nbsp;?">
        <p>
          Le chef d’établissement peut dispenser un élève, avec un motif et des dates. Un élève sans lieu de
          stage est accueilli au lycée, avec un programme.
        </p>
      </Disclosure>
    </>
  );
}
