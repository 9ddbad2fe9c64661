import { Link } from "@remix-run/react";
import type { ArrivalPage } from "#app/domain/federation/arrival-page.ts";
import type { Provider } from "#app/domain/federation/identity-provider.ts";
import { ofName } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../components/button-link.tsx";
import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { CheckboxGroup } from "../components/fields/choice-group.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { textOf, type Refusal } from "../forms/refusal.ts";
import { PROVIDER_NAMES } from "../messages/accounts/federation.ts";
import { roleLabel } from "../messages/accounts/roles.ts";

interface FederatedArrivalPageProps {
  provider: Provider;
  page: ArrivalPage | null;
  signedInAs: { firstName: string; lastName: string } | null;
  refusal: Refusal | undefined;
}

type PersonPage = Exclude<ArrivalPage, { kind: "guardian" }>;

/** Someone whom a federation has proved to be who they are, and whom we do not know by it yet. */
export function FederatedArrivalPage(props: FederatedArrivalPageProps) {
  const { provider, page } = props;
  if (!page) return <ArrivalOver provider={provider} />;
  return page.kind === "guardian" ? (
    <GuardianArrival page={page} />
  ) : (
    <PersonArrival {...props} page={page} />
  );
}

function ArrivalOver({ provider }: { provider: Provider }) {
  return (
    <Page narrow>
      <PageHeader
        title="Cette connexion n’est plus valable"
        crumb="Première connexion"
        lead="Le quart d’heure pour répondre est passé, ou c’est déjà fait."
      />
      <ButtonRow>
        <ButtonLink to={paths.federatedSignIn(provider)} reloadDocument>
          Recommencer
        </ButtonLink>
        <ButtonLink to={paths.signIn()} variant="secondary">
          Autres façons de se connecter
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}

function PersonArrival(props: FederatedArrivalPageProps & { page: PersonPage }) {
  const { provider, page, signedInAs, refusal } = props;
  return (
    <Page narrow>
      <PageHeader
        title={`Bienvenue, ${page.firstName}`}
        crumb="Première connexion"
        lead={`C’est la première fois que vous entrez par ${PROVIDER_NAMES[provider]}.`}
      />
      <ErrorSummary errors={errorLinks(refusal?.errors ?? {})} />
      {signedInAs ? <LinkToAccount page={page} signedInAs={signedInAs} refusal={refusal} /> : null}
      {page.hasAccount ? null : <NewAccount page={page} isSecond={signedInAs !== null} refusal={refusal} />}
      {signedInAs ? null : <KnownAccount provider={provider} hasAccount={page.hasAccount} />}
    </Page>
  );
}

interface LinkToAccountProps {
  page: PersonPage;
  signedInAs: { firstName: string; lastName: string };
  refusal: Refusal | undefined;
}

function LinkToAccount({ page, signedInAs, refusal }: LinkToAccountProps) {
  return (
    <section aria-labelledby="relier">
      <h2 id="relier">Relier au compte ouvert ici</h2>
      <p>
        Compte de {signedInAs.firstName} {signedInAs.lastName}. Vous y retrouverez tout&nbsp;; vous entrerez
        ensuite des deux façons.
      </p>
      <SubmitForm>
        <SchoolChoice page={page} id="uais" refusal={refusal} />
        <SubmitButton intent="link">Relier à ce compte</SubmitButton>
      </SubmitForm>
    </section>
  );
}

interface NewAccountProps {
  page: PersonPage;
  isSecond: boolean;
  refusal: Refusal | undefined;
}

function NewAccount({ page, isSecond, refusal }: NewAccountProps) {
  return (
    <section aria-labelledby="creer">
      <h2 id="creer">{isSecond ? "Ou créer un autre compte" : "Créer mon compte"}</h2>
      <p>
        {page.firstName} {page.lastName}
        {page.kind === "staff" ? `, ${roleLabel(page.role).toLowerCase()}` : null}
        {page.email === null ? null : `, ${page.email}`}.
      </p>
      <SubmitForm mandatory={page.kind === "professional" ? "one" : undefined}>
        {page.kind === "professional" ? (
          <TextField
            name="siret"
            label="SIRET"
            hint="Les quatorze chiffres de l’établissement où les élèves viendront."
            inputMode="numeric"
            autoComplete="off"
            width="medium"
            required
            defaultValue={refusal ? textOf(refusal, "siret") : (page.siret ?? "")}
            error={refusal?.errors.siret?.[0]}
          />
        ) : (
          <SchoolChoice page={page} id={isSecond ? "uais-nouveau" : "uais"} refusal={refusal} />
        )}
        <SubmitButton intent="create" variant={isSecond ? "secondary" : "primary"}>
          Créer mon compte
        </SubmitButton>
      </SubmitForm>
    </section>
  );
}

/** The schools to work in: asked when the federation states several. */
function SchoolChoice({ page, id, refusal }: { page: PersonPage; id: string; refusal: Refusal | undefined }) {
  if (page.kind !== "staff") return null;
  const [only] = page.schools;
  if (only && page.schools.length === 1)
    return (
      <p>
        {only.name}, {only.town}
      </p>
    );
  return (
    <CheckboxGroup
      name="uais"
      id={id}
      label="Vos établissements"
      hint="Cochez ceux où vous suivez des élèves de seconde."
      options={page.schools.map(({ uai, name, town }) => ({ value: uai, label: `${name}, ${town}` }))}
      error={refusal?.errors.uais?.[0]}
    />
  );
}

function KnownAccount({ provider, hasAccount }: { provider: Provider; hasAccount: boolean }) {
  return (
    <section aria-labelledby="compte-connu">
      <h2 id="compte-connu">{hasAccount ? "Vous avez déjà un compte" : "Vous avez déjà un compte ?"}</h2>
      <p>
        {hasAccount
          ? "Un compte existe avec votre adresse. "
          : "Sous une autre adresse, celle d’une autre académie par exemple. "}
        Connectez-vous comme d’habitude, puis reliez-le&nbsp;: vous y retrouverez tout.
      </p>
      <ButtonLink
        to={paths.signIn({ retour: paths.federatedArrival(provider) })}
        variant={hasAccount ? "primary" : "secondary"}
      >
        Me connecter et relier mon compte
      </ButtonLink>
    </section>
  );
}

function GuardianArrival({ page }: { page: Extract<ArrivalPage, { kind: "guardian" }> }) {
  const { children, linkable } = page;
  const isUnknown = children.length === 0 && linkable === null;
  return (
    <Page narrow>
      <PageHeader
        title={isUnknown ? "Nous ne savons pas encore qui vous suivez" : `Bienvenue, ${page.firstName}`}
        crumb="Première connexion"
      />
      {linkable === null ? null : (
        <section aria-labelledby="relier">
          <h2 id="relier">Relier le suivi {ofName(linkable)}</h2>
          <p>Vous entrerez ensuite avec EduConnect, sans chercher le lien reçu du lycée.</p>
          <SubmitForm>
            <SubmitButton intent="follow">Relier à EduConnect</SubmitButton>
          </SubmitForm>
        </section>
      )}
      {children.length === 0 ? null : (
        <ul>
          {children.map(({ firstName, token }) => (
            <li key={token}>
              <Link to={paths.guardianFollowUp(token)}>Ouvrir le suivi {ofName(firstName)}</Link>
            </li>
          ))}
        </ul>
      )}
      {isUnknown ? <HowToFollow /> : null}
    </Page>
  );
}

function HowToFollow() {
  return (
    <>
      <p>
        EduConnect confirme que vous êtes responsable légal, sans nous dire de qui. Ouvrez une fois, dans ce
        navigateur, le lien que le lycée vous a envoyé&nbsp;: en bas de la page, «&nbsp;Relier à
        EduConnect&nbsp;» fera le reste.
      </p>
      <p>
        Vous n’avez pas ce lien&nbsp;? Demandez-le au secrétariat du lycée, ou lisez{" "}
        <Link to={`${paths.help()}#parents`}>l’aide pour les parents</Link>.
      </p>
    </>
  );
}
