/** Free and confidential help lines for young people. */
export function HelpNumbers() {
  return (
    <ul className="help-numbers">
      <li>
        <a className="help-numbers__number" href="tel:3018">
          3018
        </a>
        <p>
          Harcèlement, violences numériques, propos ou gestes déplacés&nbsp;: on vous écoute, par téléphone ou
          par tchat.
        </p>
      </li>
      <li>
        <a className="help-numbers__number" href="tel:119">
          119
        </a>
        <p>Enfance en danger&nbsp;: 24&nbsp;heures sur 24, pour vous ou pour quelqu’un d’autre.</p>
      </li>
    </ul>
  );
}
