import { Link } from "@remix-run/react";
import { STAFF_ROLES } from "#app/domain/accounts/actor.ts";
import type { Member, SchoolTeam } from "#app/domain/schools/team/school-team.ts";
import { addDays, frenchDate, parisDate } from "#app/kernel/calendar-date.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { Disclosure } from "../components/disclosure.tsx";
import { DoneNotice } from "../components/done-notice.tsx";
import { HiddenField, HiddenIntent, SubmitButton, SubmitForm } from "../components/form.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import { SelectField } from "../components/fields/select-field.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { textOf, type Refusal } from "../forms/refusal.ts";
import { STAFF_LABELS } from "../messages/accounts/school-team.ts";
import { JoinRequests } from "./join-requests.tsx";
import { ReplaceHeadForm } from "./replace-head-form.tsx";
import { schoolTrail } from "./school-trail.ts";

type Invited = Omit<SchoolTeam["invited"][number], "expiresAt"> & { expiresAt: string | Date };

interface SchoolTeamPageProps {
  teams: (Omit<SchoolTeam, "invited"> & { invited: Invited[] })[];
  ownId: string;
  done: DoneCode<"schoolTeam"> | null;
  refusal: Refusal | undefined;
}

/** Who works in the school's space, and the way to let in or out. */
export function SchoolTeamPage({ teams, ownId, done, refusal }: SchoolTeamPageProps) {
  return (
    <Page narrow>
      <PageHeader title="L’équipe de l’établissement" trail={schoolTrail} />
      <RefusalNotice refusal={refusal} />
      {refusal ? null : <DoneNotice page="schoolTeam" done={done} />}
      {teams.map((team) => (
        <section key={team.uai}>
          <h2>{team.name}</h2>
          {team.requests.length > 0 ? <JoinRequests requests={team.requests} /> : null}
          <h3>Inviter une personne</h3>
          <InviteForm uai={team.uai} refusal={refusal} />
          {team.invited.length > 0 ? <Invitations invited={team.invited} /> : null}
          <h3>Membres</h3>
          <ul>
            {team.members.map((member) => (
              <li key={`${member.personId} ${member.role}`}>
                <MemberItem
                  member={member}
                  uai={team.uai}
                  isOneself={member.personId === ownId}
                  refusal={refusal}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

function InviteForm({ uai, refusal }: { uai: string; refusal: Refusal | undefined }) {
  const isMine = textOf(refusal, "uai") === uai && textOf(refusal, "formerId") === "";
  const errors = isMine ? (refusal?.errors ?? {}) : {};
  return (
    <SubmitForm mandatory="all">
      <HiddenIntent value="invite" />
      <HiddenField name="uai" value={uai} />
      <TextField
        name="email"
        id={isMine || !refusal ? "email" : `email-${uai}`}
        label="Adresse électronique"
        type="email"
        autoComplete="off"
        required
        defaultValue={isMine ? textOf(refusal, "email") : ""}
        error={errors.email?.[0]}
      />
      <SelectField
        name="role"
        label="Fonction"
        emptyLabel="Choisir"
        options={STAFF_ROLES.map((value) => ({ value, label: STAFF_LABELS[value] }))}
        defaultValue={isMine ? textOf(refusal, "role") : ""}
        required
        error={errors.role?.[0]}
      />
      <SubmitButton>Envoyer l’invitation</SubmitButton>
    </SubmitForm>
  );
}

function Invitations({ invited }: { invited: Invited[] }) {
  return (
    <>
      <h3>Invitations en attente</h3>
      <ul>
        {invited.map(({ email, role, expiresAt }) => (
          <li key={email}>
            {email}, {STAFF_LABELS[role].toLowerCase()}, jusqu’au {frenchDate(parisDate(new Date(expiresAt)))}
          </li>
        ))}
      </ul>
    </>
  );
}

interface MemberItemProps {
  member: Member;
  uai: string;
  isOneself: boolean;
  refusal: Refusal | undefined;
}

function MemberItem({ member, uai, isOneself, refusal }: MemberItemProps) {
  const { personId, firstName, lastName, email, role, endsOn } = member;
  const who = [
    `${firstName} ${lastName}`,
    STAFF_LABELS[role].toLowerCase(),
    email,
    endsOn ? `jusqu’au ${frenchDate(addDays(endsOn, -1))}` : null,
  ]
    .filter(Boolean)
    .join(", ");
  const successor =
    role === "schoolHead" && endsOn === null ? (
      <ReplaceHeadForm uai={uai} former={member} refusal={refusal} />
    ) : null;
  if (isOneself)
    return (
      <>
        {who} (vous){successor}
      </>
    );
  return (
    <>
      {who}
      {successor}
      <Disclosure title={`Retirer l’accès de ${firstName} ${lastName}`}>
        <p>
          Cette personne ne verra plus rien de l’établissement, dès maintenant. Son compte et ce qu’elle a
          fait restent.
        </p>
        <SubmitForm>
          <HiddenIntent value="remove" />
          <HiddenField name="uai" value={uai} />
          <HiddenField name="personId" value={personId} />
          <SubmitButton variant="secondary">Retirer l’accès</SubmitButton>
        </SubmitForm>
      </Disclosure>
      <Link to={paths.school.lostSecondFactor(personId)}>
        Téléphone perdu&nbsp;: redonner accès à {firstName} {lastName}
      </Link>
    </>
  );
}
