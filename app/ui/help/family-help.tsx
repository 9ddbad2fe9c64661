import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { Disclosure } from "../components/disclosure.tsx";

export function PupilHelp() {
  return (
    <>
      <Disclosure title="C’est quoi, le stage de seconde&nbsp;?">
        <p>
          Deux semaines d’observation en juin, pour toutes les élèves et tous les élèves de seconde générale
          et technologique. Vous regardez comment on travaille, vous posez des questions, vous aidez parfois
          pour de petites choses sans risque. Ce n’est pas un emploi&nbsp;: vous n’êtes pas payé et vous
          restez élève de votre lycée.
        </p>
        <p>
          Vous pouvez passer les deux semaines au même endroit, ou une semaine dans deux endroits différents,
          avec une convention pour chacun.
        </p>
      </Disclosure>
      <Disclosure title="Comment chercher quand on ne connaît personne&nbsp;?">
        <p>
          Tapez votre ville ou celle du lycée dans <Link to={paths.offers()}>la recherche</Link>. Les offres
          les plus proches viennent d’abord, avec le nombre de places qui restent pour chaque semaine. Essayez
          aussi un secteur auquel vous n’auriez pas pensé&nbsp;: c’est fait pour ça.
        </p>
      </Disclosure>
      <Disclosure id="trajets" title="D’où viennent les durées de trajet&nbsp;?">
        <p>
          Ce sont des estimations, pour comparer. Nous mesurons la distance à vol d’oiseau, nous l’allongeons
          de 30&nbsp;% pour les détours, et nous comptons 4,5&nbsp;km/h à pied (jusqu’à une demi-heure),
          14&nbsp;km/h à vélo (jusqu’à trois quarts d’heure), et au-delà les transports&nbsp;: 10 minutes
          d’attente et de marche, 20&nbsp;km/h sur les 15 premiers kilomètres, 50&nbsp;km/h ensuite. Aucun
          horaire n’est consulté&nbsp;: vérifiez le trajet avant de candidater.
        </p>
      </Disclosure>
      <RelevanceHelp />
      <Disclosure title="Qu’écrire dans ma motivation&nbsp;?">
        <p>
          Trois ou quatre phrases simples. Ce qui vous attire dans ce métier ou ce lieu, ce que vous aimeriez
          voir, et ce qui vous intéresse en général. Pas besoin de CV ni de formules compliquées.
        </p>
      </Disclosure>
      <Disclosure title="Que voit l’employeur de moi&nbsp;?">
        <p>
          Votre prénom, votre niveau et la ville de votre lycée. Votre nom et vos coordonnées n’apparaissent
          qu’une fois votre candidature acceptée. Ni photo, ni adresse, ni notes.
        </p>
      </Disclosure>
      <Disclosure title="On ne me répond pas. Que faire&nbsp;?">
        <p>
          L’employeur a dix jours pour répondre. Passé ce délai, votre candidature est libérée et vous en êtes
          averti. N’attendez pas pour candidater ailleurs&nbsp;: vous pouvez avoir plusieurs candidatures à la
          fois.
        </p>
      </Disclosure>
      <Disclosure title="Ma candidature est acceptée. Et après&nbsp;?">
        <p>
          Confirmez le stage depuis votre espace&nbsp;: vous avez cinq jours, sauf délai différent indiqué
          dans votre espace. Vos autres candidatures pour les mêmes semaines sont alors retirées, et la
          convention est créée.
        </p>
      </Disclosure>
      <Disclosure title="Ça se passe mal pendant le stage&nbsp;?">
        <p>
          Parlez-en tout de suite à votre lycée, à vos parents ou à un adulte de confiance. Dans votre espace,{" "}
          <Link to={paths.pupil.problem()}>J’ai un problème</Link> prévient votre équipe enseignante. Personne
          n’a le droit de vous faire travailler à la place de quelqu’un, de vous faire utiliser une machine
          dangereuse, ni de vous manquer de respect. Le <a href="tel:3018">3018</a> et le{" "}
          <a href="tel:119">119</a> sont gratuits et confidentiels.
        </p>
      </Disclosure>
    </>
  );
}

function RelevanceHelp() {
  return (
    <Disclosure id="pertinence" title="Que veut dire «&nbsp;les plus pertinentes&nbsp;»&nbsp;?">
      <p>
        Les offres proches et récentes, d’employeurs qui répondent souvent, viennent d’abord. Quand votre
        compte d’élève est ouvert, les familles de métiers qui vous intéressent montent un peu&nbsp;: celles
        de vos candidatures, de vos favoris et des offres que vous avez regardées ces six dernières semaines.
        Aucune autre offre n’est cachée.
      </p>
    </Disclosure>
  );
}

export function GuardianHelp() {
  return (
    <>
      <Disclosure title="Dois-je créer un compte&nbsp;?">
        <p>
          Non. Votre enfant cherche et candidate avec son compte. La convention doit être signée par un
          représentant légal&nbsp;: un seul suffit, même si les deux peuvent signer. C’est le lycée qui vous
          la fait parvenir.
        </p>
      </Disclosure>
      <Disclosure title="Comment suivre la recherche de stage&nbsp;?">
        <p>
          Un lien personnel vous est envoyé par e-mail ou par SMS&nbsp;: à chaque candidature si votre enfant
          a moins de 16&nbsp;ans ou si le lycée le souhaite, et quand un stage est confirmé. Gardez-le&nbsp;:
          il montre toujours la situation du jour. Chaque parent a le sien. Vous l’avez perdu&nbsp;? Le lycée
          vous en envoie un autre.
        </p>
        <p>
          Pour lire la lettre de votre enfant, demandez un code sur la page de suivi. Il arrive à l’adresse ou
          au numéro que le lycée connaît.
        </p>
      </Disclosure>
      <Disclosure title="Je ne suis pas d’accord avec une candidature. Que faire&nbsp;?">
        <p>
          Parlez-en d’abord avec votre enfant. Tant qu’aucun stage n’est confirmé, vous pouvez vous opposer
          depuis la page de suivi&nbsp;: la candidature est retirée. Après la confirmation, appelez le lycée.
        </p>
      </Disclosure>
      <Disclosure title="Quels sont les horaires permis&nbsp;?">
        <p>
          Au plus 7&nbsp;heures de présence par jour et 35&nbsp;heures par semaine, entre 6&nbsp;h et
          20&nbsp;h, du lundi au samedi. Il faut 14&nbsp;heures de repos entre deux journées, deux jours de
          repos de suite chaque semaine, et une pause d’au moins 30&nbsp;minutes dès 4&nbsp;h&nbsp;30 de
          présence.
        </p>
      </Disclosure>
      <Disclosure title="Mon enfant est-il assuré&nbsp;? Les repas et les trajets sont-ils payés&nbsp;?">
        <p>
          Pendant le stage, votre enfant reste sous statut scolaire. Une assurance de responsabilité civile
          est vivement recommandée. L’annexe financière de la convention dit ce qui est prévu pour les repas
          et les transports.
        </p>
      </Disclosure>
      <Disclosure title="Que se passe-t-il si mon enfant ne trouve rien&nbsp;?">
        <p>
          Prévenez son professeur principal&nbsp;: le lycée voit qui est sans stage et peut aider. Un élève
          sans lieu de stage est accueilli au lycée.
        </p>
      </Disclosure>
    </>
  );
}
