import { typeset } from "#app/kernel/typography.ts";
import { ButtonLink, ButtonRow } from "../components/button-link.tsx";
import { HiddenField } from "../components/form.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";

interface KeptFormPageProps {
  path: string;
  fields: readonly [name: string, value: string][];
}

/** Shorter values are choices and codes: their own page tells them. */
const TOLD_FROM = 20;

/** A form that came too late, ready to leave with one press: a plain form, which needs no script. */
export function KeptFormPage({ path, fields }: KeptFormPageProps) {
  const texts = fields.filter(([, value]) => value.length >= TOLD_FROM && /\s/.test(value));
  return (
    <Page narrow>
      <PageHeader
        title="Votre envoi n’est pas encore parti"
        lead="Votre session était terminée quand vous avez appuyé sur le bouton. Rien n’est perdu&nbsp;: ce que vous aviez rempli est gardé pendant trente minutes."
      />
      {texts.length > 0 ? (
        <section aria-labelledby="ecrit">
          <h2 id="ecrit">Ce que vous aviez écrit</h2>
          {texts.map(([name, value], index) => (
            <blockquote className="letter" key={`${index}-${name}`}>
              {typeset(value)}
            </blockquote>
          ))}
        </section>
      ) : null}
      <form method="post" action={path}>
        {fields.map(([name, value], index) => (
          <HiddenField key={`${index}-${name}`} name={name} value={value} />
        ))}
        <ButtonRow>
          <button className="fr-btn" type="submit">
            Envoyer maintenant
          </button>
          <ButtonLink variant="secondary" to={path}>
            Ne pas envoyer et revenir à la page
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
