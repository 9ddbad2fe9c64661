import { Link } from "@remix-run/react";
import type { Colleague, Team } from "#app/domain/hosts/team/team.ts";
import { frenchDate, parisDate } from "#app/kernel/calendar-date.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { ButtonRow } from "../components/button-link.tsx";
import { Disclosure } from "../components/disclosure.tsx";
import { DoneNotice } from "../components/done-notice.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "../components/form.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import type { Refusal } from "../forms/refusal.ts";

interface TeamPageProps {
  teams: Team[];
  ownId: string;
  done: DoneCode<"team"> | null;
  refusal: Refusal | undefined;
}

/** Who answers pupils in the name of each organisation, and who asks to. */
export function TeamPage({ teams, ownId, done, refusal }: TeamPageProps) {
  return (
    <Page narrow>
      <PageHeader title="Mon équipe" trail={[{ to: paths.employer.home(), label: "Mon espace employeur" }]} />
      <RefusalNotice refusal={refusal} />
      {refusal ? null : <DoneNotice page="team" done={done} />}
      {teams.length === 0 ? (
        <EmptyState title="Vous n’avez pas encore d’équipe.">
          <p>Elle commence avec votre première offre, ou quand une structure accepte votre demande.</p>
        </EmptyState>
      ) : null}
      {teams.length === 0 ? <Leave organisationId="" title="Ne plus être employeur ici" /> : null}
      {teams.map((team) => (
        <OneTeam key={team.organisationId} team={team} ownId={ownId} />
      ))}
    </Page>
  );
}

function OneTeam({ team, ownId }: { team: Team; ownId: string }) {
  return (
    <section>
      <h2>{team.name}</h2>
      {team.claims.length > 0 ? <h3>Demandes à examiner</h3> : null}
      {team.claims.map((claim) => (
        <Claim key={claim.personId} {...claim} />
      ))}
      <h3>Membres</h3>
      <ul>
        {team.members.map((member) => (
          <li key={member.personId}>
            {nameOf(member)}
            {member.personId === ownId ? " (vous)" : ""}
            {member.email ? `, ${member.email}` : ""}
          </li>
        ))}
      </ul>
      <Leave organisationId={team.organisationId} title={`Quitter la structure ${team.name}`} />
    </section>
  );
}

/** For someone who signed up by mistake, or has left: a second press, once what follows is read. */
function Leave({ organisationId, title }: { organisationId: string; title: string }) {
  return (
    <Disclosure title={title}>
      <p>
        Une inscription par erreur, un départ&nbsp;? Vous ne verrez plus les offres ni les candidatures de
        cette structure. Votre compte reste ouvert&nbsp;: si vous travaillez dans un lycée, demandez ensuite à{" "}
        <Link to={paths.school.join()}>rejoindre votre établissement</Link>.
      </p>
      <SubmitForm>
        <HiddenField name="organisationId" value={organisationId} />
        <SubmitButton intent="leave" variant="secondary">
          {title}
        </SubmitButton>
      </SubmitForm>
    </Disclosure>
  );
}

function Claim(claim: Team["claims"][number]) {
  const { personId, email, claimedAt } = claim;
  return (
    <SubmitForm>
      <p id={`claim-${personId}`}>
        <strong>{nameOf(claim)}</strong>
        {email ? `, ${email}` : ""}, demande à rejoindre l’équipe depuis le{" "}
        {frenchDate(parisDate(new Date(claimedAt)))}. Acceptez seulement une personne que vous
        connaissez&nbsp;: elle lira les candidatures.
      </p>
      <HiddenField name="personId" value={personId} />
      <ButtonRow>
        <SubmitButton intent="accept_claim" describedBy={`claim-${personId}`}>
          Accepter dans l’équipe
        </SubmitButton>
        <SubmitButton intent="refuse_claim" variant="secondary" describedBy={`claim-${personId}`}>
          Refuser la demande
        </SubmitButton>
      </ButtonRow>
    </SubmitForm>
  );
}

function nameOf({ firstName, lastName }: Colleague): string {
  return `${firstName} ${lastName}`;
}
