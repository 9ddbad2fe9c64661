/** What to do when a fault that was told is not mended. */
export function Remedies() {
  return (
    <>
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
    </>
  );
}
