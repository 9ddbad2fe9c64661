/** What is not accessible, or was not checked, and for which reason. */
export function Limits() {
  return (
    <>
      <h2>Contenus non accessibles</h2>
      <h3>Non-conformités</h3>
      <p>Le contrôle interne n’en a pas laissé sur l’échantillon. Ce qui suit n’a pas été vérifié&nbsp;:</p>
      <ul>
        <li>
          l’usage de bout en bout avec les lecteurs d’écran NVDA, JAWS, VoiceOver et TalkBack, et par des
          personnes handicapées&nbsp;;
        </li>
        <li>la lecture des conventions en PDF par ces lecteurs d’écran&nbsp;;</li>
        <li>les pages d’administration du service et celles qui ne sont pas dans l’échantillon.</li>
      </ul>
      <h3>Dérogations pour charge disproportionnée</h3>
      <p>Aucune dérogation n’est demandée.</p>
      <h3>Contenus non soumis à l’obligation d’accessibilité</h3>
      <ul>
        <li>
          les textes des offres, écrits par les organismes d’accueil, et ceux des lettres, écrits par les
          élèves&nbsp;: leur clarté dépend de leurs auteurs&nbsp;;
        </li>
        <li>
          la carte interactive des offres, dont la liste dit les mêmes offres, leur ville et leur distance.
        </li>
      </ul>
    </>
  );
}
