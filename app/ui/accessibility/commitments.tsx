/** The scheme of several years, and what is to be done in the first of them. */
export function Commitments() {
  return (
    <>
      <h2>Schéma pluriannuel 2026-2029</h2>
      <p>
        L’organisme responsable publie son schéma et le met à jour chaque année. Celui du service tient en
        quatre engagements&nbsp;:
      </p>
      <ul>
        <li>
          chaque changement est vérifié par des tests automatiques&nbsp;: un défaut qu’ils voient empêche sa
          mise en ligne&nbsp;;
        </li>
        <li>
          les 106 critères sont revus à la main chaque année, et leur grille est publiée avec le code&nbsp;;
        </li>
        <li>un tiers fait l’audit du service tous les trois ans, et après chaque refonte&nbsp;;</li>
        <li>
          les personnes qui conçoivent et écrivent le service y sont formées&nbsp;; les défauts signalés ont
          une réponse sous quinze jours.
        </li>
      </ul>
      <h3>Plan d’actions de l’année 2026-2027</h3>
      <ul>
        <li>audit par un tiers, adopté par l’organisme responsable avant l’ouverture du service&nbsp;;</li>
        <li>
          essais avec des élèves, des parents et des professeurs handicapés, et avec NVDA, VoiceOver et
          TalkBack&nbsp;;
        </li>
        <li>lecture des conventions en PDF avec ces lecteurs d’écran&nbsp;;</li>
        <li>revue des pages d’administration.</li>
      </ul>
    </>
  );
}
