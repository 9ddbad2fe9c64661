import { Link } from "@remix-run/react";
import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import { periodOf } from "#app/domain/campaigns/campaign.ts";
import { nextFoundState, type FoundInternship } from "#app/domain/found/found-internship.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import type { DoneCode } from "#app/paths.ts";
import { Disclosure } from "../components/disclosure.tsx";
import { DoneNotice } from "../components/done-notice.tsx";
import { RadioGroup } from "../components/fields/choice-group.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { HiddenField, HiddenIntent, SubmitButton, SubmitForm } from "../components/form.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import { StatusBadge } from "../components/status-badge.tsx";
import { textOf, type Refusal } from "../forms/refusal.ts";
import { FOUND_STATE_LABELS, foundStoryText, foundWeeksText } from "../messages/follow-up/found.ts";

interface FoundInternshipsPageProps {
  lead: string;
  trail: { to: string; label: string }[];
  /** The pupil speaks of their own; the adults of the school, of one of their pupils. */
  reader: "pupil" | "school";
  campaign: Campaign;
  found: readonly FoundInternship[];
  agreementLink: (id: string) => string;
  done: DoneCode<"foundInternships"> | null;
  refusal: Refusal | undefined;
}

/** What was found outside the service: the host is asked by e-mail, and its answer is read here. */
export function FoundInternshipsPage(props: FoundInternshipsPageProps) {
  const { lead, trail, reader, campaign, found, done, refusal } = props;
  return (
    <Page narrow>
      <PageHeader
        title={reader === "pupil" ? "J’ai trouvé mon stage" : "Stage trouvé ailleurs"}
        lead={lead}
        trail={trail}
      />
      <DoneNotice page="foundInternships" done={done} />
      <RefusalNotice refusal={refusal} />
      {found.length > 0 ? (
        <section aria-labelledby="demandes">
          <h2 id="demandes">Demandes envoyées</h2>
          <ul className="pupil-file__list">
            {found.map((one) => (
              <FoundItem key={one.id} one={one} {...props} />
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-labelledby="nouvelle">
        <h2 id="nouvelle">Demander à une structure de confirmer</h2>
        <p>
          La structure reçoit un e-mail avec un lien. Elle y lit ce à quoi elle s’engage, indique les
          horaires, l’adresse et la personne qui accompagne, puis confirme, sans créer de compte. La
          convention est alors créée, comme les autres.
        </p>
        <EnterForm key={found.length} campaign={campaign} refusal={refusal} />
      </section>
    </Page>
  );
}

function EnterForm({ campaign, refusal }: Pick<FoundInternshipsPageProps, "campaign" | "refusal">) {
  const dates = (weeks: (1 | 2)[]) => {
    const { startsOn, endsOn } = periodOf(campaign, weeks);
    return frenchPeriod(startsOn, endsOn);
  };
  return (
    <SubmitForm mandatory="all">
      <HiddenIntent value="enter" />
      <TextField
        name="hostName"
        label="Nom de la structure"
        required
        autoComplete="off"
        defaultValue={textOf(refusal, "hostName")}
        error={refusal?.errors.hostName?.[0]}
      />
      <TextField
        name="hostEmail"
        label="Adresse électronique de la structure"
        hint="Celle d’une personne qui peut dire oui. Elle verra le prénom de l’élève et le nom de l’établissement."
        type="email"
        required
        autoComplete="off"
        defaultValue={textOf(refusal, "hostEmail")}
        error={refusal?.errors.hostEmail?.[0]}
      />
      <RadioGroup
        name="choice"
        label="Dates du stage"
        required
        defaultValue={textOf(refusal, "choice", "both")}
        error={refusal?.errors.choice?.[0]}
        options={[
          { value: "both", label: "Les deux semaines", hint: dates([1, 2]) },
          { value: "1", label: "La première semaine", hint: dates([1]) },
          { value: "2", label: "La seconde semaine", hint: dates([2]) },
        ]}
      />
      <SubmitButton>Envoyer à la structure</SubmitButton>
    </SubmitForm>
  );
}

function FoundItem({ one, reader, agreementLink }: FoundInternshipsPageProps & { one: FoundInternship }) {
  const label = FOUND_STATE_LABELS[one.state];
  const mayTakeBack = one.state === "awaiting_host" || (one.state === "confirmed" && reader === "school");
  return (
    <li className="pupil-file__item">
      <h3 className="pupil-file__title" id={`stage-${one.id}`}>
        {one.hostName}
      </h3>
      <p>
        <StatusBadge tone={label.tone}>{label.text}</StatusBadge> {foundWeeksText(one.weeks)}
      </p>
      <p>
        {foundStoryText(one)} Adresse&nbsp;: {one.hostEmail}.
      </p>
      {one.agreementId ? (
        <p>
          <Link to={agreementLink(one.agreementId)}>Voir la convention</Link>
        </p>
      ) : null}
      {nextFoundState(one.state, "ask_again") ? <AskAgain one={one} /> : null}
      {mayTakeBack ? (
        <SubmitForm>
          <HiddenField name="foundId" value={one.id} />
          <SubmitButton intent="take_back" variant="tertiary" size="sm" describedBy={`stage-${one.id}`}>
            {one.state === "confirmed" ? "Annuler ce stage" : "Annuler la demande"}
          </SubmitButton>
        </SubmitForm>
      ) : null}
    </li>
  );
}

/** The address is corrected and the link sent anew in one act. */
function AskAgain({ one }: { one: FoundInternship }) {
  return (
    <Disclosure title="Renvoyer la demande, ou corriger l’adresse">
      <SubmitForm mandatory="one">
        <HiddenField name="foundId" value={one.id} />
        <TextField
          id={`adresse-${one.id}`}
          name="hostEmail"
          label="Adresse électronique"
          type="email"
          required
          autoComplete="off"
          defaultValue={one.hostEmail}
        />
        <SubmitButton intent="ask_again" variant="secondary" size="sm" describedBy={`stage-${one.id}`}>
          Envoyer un nouveau lien
        </SubmitButton>
      </SubmitForm>
    </Disclosure>
  );
}
