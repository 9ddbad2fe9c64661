import { ButtonLink } from "../components/button-link.tsx";
import { Notice } from "../components/notice.tsx";

/** Shown once, after the second factor is set up. */
export function RecoveryCodes({ recoveryCodes, next }: { recoveryCodes: string[]; next: string }) {
  return (
    <>
      <Notice tone="success" title="Votre compte est protégé." live />
      <p>
        Voici dix codes de secours. Chacun remplace une fois votre téléphone, si vous le perdez. Imprimez
        cette page ou recopiez-les&nbsp;: ils ne seront plus affichés.
      </p>
      <ul className="recovery-codes">
        {recoveryCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <ButtonLink to={next}>J’ai gardé mes codes</ButtonLink>
    </>
  );
}
