import { Link } from "@remix-run/react";
import { paths, type DoneCode } from "#app/paths.ts";
import { DoneNotice } from "../components/done-notice.tsx";
import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { textOf, type Refusal } from "../forms/refusal.ts";

interface LinkRequestPageProps {
  page: "forgottenPassword" | "signInLink";
  title: string;
  lead: string;
  done: DoneCode<"forgottenPassword"> | null;
  refusal: Refusal | undefined;
}

/** An address to which a link is sent; what follows is the same whether or not it has an account. */
export function LinkRequestPage({ page, title, lead, done, refusal }: LinkRequestPageProps) {
  return (
    <Page narrow>
      <PageHeader title={title} lead={lead} />
      {refusal ? null : <DoneNotice page={page} done={done} />}
      <SubmitForm mandatory="one">
        <ErrorSummary errors={errorLinks(refusal?.errors ?? {})} />
        <TextField
          name="email"
          label="Adresse électronique"
          type="email"
          autoComplete="email"
          required
          defaultValue={textOf(refusal, "email")}
          error={refusal?.errors.email?.[0]}
        />
        <SubmitButton>Recevoir un lien</SubmitButton>
      </SubmitForm>
      <p className="page-more">
        Pas d’adresse e-mail&nbsp;? Demandez une nouvelle carte à votre lycée, puis{" "}
        <Link to={paths.activation()}>choisissez un autre mot de passe</Link> avec son code. Rien ne
        vient&nbsp;? Écrivez à l’adresse indiquée dans les <Link to={paths.legal()}>mentions légales</Link>.
      </p>
    </Page>
  );
}
