import { Link } from "@remix-run/react";
import {
  HELP_BODY_LENGTH,
  HELP_TOPICS,
  WHOLE_TEAM,
  type Confidant,
  type OwnHelpRequest,
  type SchoolContacts,
} from "#app/domain/help/help-request.ts";
import { RadioGroup } from "../components/fields/choice-group.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { TextAreaField } from "../components/fields/text-area-field.tsx";
import { textOf, type Refusal } from "../forms/refusal.ts";
import { HelpNumbers } from "../help/help-numbers.tsx";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { typeset } from "#app/kernel/typography.ts";
import { confidantLabel, HELP_TOPIC_LABELS, helpStepText } from "../messages/help.ts";

/** In danger: whom to call, before anything else. */
export function EmergencyNumbers() {
  return (
    <section className="emergency" aria-labelledby="danger">
      <h2 id="danger">En danger&nbsp;? Appelez tout de suite</h2>
      <p>
        Le <a href="tel:17">17</a> (police, gendarmerie), ou envoyez un SMS au <a href="sms:114">114</a> si
        vous ne pouvez pas parler. Pour un accident, le <a href="tel:15">15</a>.
      </p>
    </section>
  );
}

/** The adults who know the pupil, then those who listen to any young person. */
export function WhomToCall({ contacts }: { contacts: SchoolContacts }) {
  const { teachers, school } = contacts;
  return (
    <section className="pupil-part" aria-labelledby="a-qui-parler">
      <h2 id="a-qui-parler">À qui parler</h2>
      {school ? (
        <>
          <p>
            {teachers.length > 0 ? (
              <>
                Votre équipe enseignante&nbsp;: <strong>{teachers.join(", ")}</strong>.
                <br />
              </>
            ) : null}
            {school.name}
            {school.phone ? (
              <>
                {" · "}
                <a href={`tel:${school.phone.replace(/[^+\d]/g, "")}`}>{school.phone}</a>
              </>
            ) : null}
            {school.email ? (
              <>
                {" · "}
                <a href={`mailto:${school.email}`}>{school.email}</a>
              </>
            ) : null}
          </p>
        </>
      ) : (
        <p>Votre compte n’est relié à aucune classe cette année&nbsp;: appelez votre lycée.</p>
      )}
      <HelpNumbers />
    </section>
  );
}

/** What the pupil asked before, and what the adults did about it. */
export function OwnRequests({ requests }: { requests: readonly OwnHelpRequest[] }) {
  if (requests.length === 0) return null;
  return (
    <section className="pupil-part" aria-labelledby="mes-demandes">
      <h2 id="mes-demandes">Mes demandes</h2>
      <ul className="application-list">
        {requests.map(({ id, topic, askedAt, steps, answers }) => (
          <li className="application-list__item" key={id}>
            <h3 className="application-list__title">
              <Link to={paths.pupil.helpRequest(id)}>{typeset(HELP_TOPIC_LABELS[topic])}</Link>
            </h3>
            <ul className="help-steps">
              <li>Envoyé le {frenchDateTime(askedAt)}</li>
              {steps.length === 0 ? <li>Pas encore lu</li> : null}
              {steps.map((step, index) => (
                <li key={index}>{helpStepText(step)}</li>
              ))}
              {answers > 0 ? <li>{plural(answers, "réponse")} à lire</li> : null}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ProblemFormProps {
  confidants: readonly Confidant[];
  refusal: Refusal | undefined;
}

/** A topic is enough: the words are optional, and whom they are for goes without saying but for what is delicate. */
export function ProblemForm({ confidants, refusal }: ProblemFormProps) {
  const topic = textOf(refusal, "topic");
  const reader = textOf(refusal, "reader");
  return (
    <section className="pupil-part" aria-labelledby="ecrire">
      <h2 id="ecrire">Écrire à mon équipe enseignante</h2>
      <p>
        Votre message est lu par vos professeurs de la classe, le secrétariat et la direction du lycée, ou par
        la seule personne que vous choisissez. L’employeur ne le voit pas.
      </p>
      <SubmitForm mandatory="unmarked">
        <RadioGroup
          name="topic"
          label="Que se passe-t-il ?"
          options={HELP_TOPICS.map((value) => ({ value, label: HELP_TOPIC_LABELS[value] }))}
          required
          error={refusal?.errors.topic?.[0]}
          {...(topic ? { defaultValue: topic } : {})}
        />
        <RadioGroup
          name="reader"
          label="Qui doit lire votre message ?"
          hint="Sans choix de votre part, toute l’équipe le lit. Si la personne choisie ne lit pas d’ici un jour de classe, un autre adulte du lycée est prévenu et peut lire."
          optional
          options={readerOptions(confidants)}
          error={refusal?.errors.reader?.[0]}
          {...(reader ? { defaultValue: reader } : {})}
        />
        <TextAreaField
          name="body"
          label="Voulez-vous en dire plus ?"
          hint="Ce qui s’est passé, ce dont vous auriez besoin."
          optional
          rows={5}
          maxLength={HELP_BODY_LENGTH}
          spellCheck
          defaultValue={textOf(refusal, "body")}
          error={refusal?.errors.body?.[0]}
        />
        <SubmitButton>Envoyer à mon équipe enseignante</SubmitButton>
      </SubmitForm>
    </section>
  );
}

function readerOptions(confidants: readonly Confidant[]) {
  const alone = confidants.map((one) => ({
    value: one.personId,
    label: `Seulement ${confidantLabel(one)}`,
  }));
  return [{ value: WHOLE_TEAM, label: "Toute l’équipe qui suit ma classe" }, ...alone];
}
