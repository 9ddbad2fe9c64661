import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";

/** The other ways in, under the form. */
export function SignInHelp({ returnTo }: { returnTo: string | null }) {
  return (
    <ul className="sign-in__help">
      <li>
        Première connexion avec la carte du lycée&nbsp;?{" "}
        <Link to={paths.activation()}>Activer mon compte</Link>
      </li>
      <li>
        <Link to={paths.passkeySignIn(returnTo ?? undefined)}>Se connecter avec une clé d’accès</Link>
      </li>
      <li>
        <Link to={paths.forgottenPassword()}>Mot de passe oublié</Link>
      </li>
      <li>
        <Link to={paths.signInLink()}>Se connecter par e-mail, sans mot de passe</Link>
      </li>
      <li>
        Pas encore de compte&nbsp;? <Link to={paths.signUp()}>Créer un compte</Link>
      </li>
    </ul>
  );
}
