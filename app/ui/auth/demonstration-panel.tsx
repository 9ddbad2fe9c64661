import { Link } from "@remix-run/react";
import type { DemonstrationAccount } from "#app/domain/accounts/demonstration-accounts.ts";
import { ofName } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { SubmitButton, SubmitForm } from "../components/form.tsx";

interface DemonstrationPanelProps {
  accounts: readonly DemonstrationAccount[];
  password: string;
  secret: string;
  code: string;
  guardians: readonly { name: string; pupilFirstName: string; token: string }[];
}

/** One press opens any account of the demonstration; shown nowhere else. */
export function DemonstrationPanel(props: DemonstrationPanelProps) {
  const { accounts, password, secret, code, guardians } = props;
  return (
    <section className="demonstration-panel" aria-labelledby="demonstration-accounts">
      <h2 id="demonstration-accounts">Comptes de démonstration</h2>
      <p>
        Mot de passe de tous les comptes&nbsp;: <code>{password}</code>
      </p>
      <p>
        Code de vérification en ce moment&nbsp;: <code>{code}</code> (clé à enregistrer dans une
        application&nbsp;: <code>{secret}</code>)
      </p>
      <ul className="demonstration-panel__accounts">
        {accounts.map((account, index) => (
          <li key={account.email}>
            <div>
              <strong id={`account-${index}`}>{account.name}</strong> · {account.role}
              {account.secondFactor ? " · demande un code" : ""}
              <br />
              <span className="demonstration-panel__email">{account.email}</span>
            </div>
            <SubmitForm>
              <input type="hidden" name="email" value={account.email} />
              <input type="hidden" name="password" value={password} />
              <SubmitButton variant="secondary" size="sm" describedBy={`account-${index}`}>
                Utiliser ce compte
              </SubmitButton>
            </SubmitForm>
          </li>
        ))}
      </ul>
      <h3>Parents, sans compte</h3>
      <ul>
        {guardians.map(({ name, pupilFirstName, token }) => (
          <li key={token}>
            {name}&nbsp;:{" "}
            <Link to={paths.guardianFollowUp(token)}>ouvrir le suivi {ofName(pupilFirstName)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
