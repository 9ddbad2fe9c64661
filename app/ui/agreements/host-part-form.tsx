import { hostFormOf } from "#app/domain/agreements/content/agreement-parts.ts";
import { scheduleOf, type AgreementChecks } from "#app/domain/agreements/content/agreement-checks.ts";
import type { AgreementContent } from "#app/domain/agreements/content/agreement-content.ts";
import { checkHours } from "#app/domain/hours/check-hours.ts";
import { hoursFields, readHours } from "#app/domain/offers/offer-hours.ts";
import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { TextAreaField } from "../components/fields/text-area-field.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { HoursGridFields } from "../employer/hours-grid-fields.tsx";
import type { Intent } from "../forms/intents.ts";
import { textOf, type Refusal } from "../forms/refusal.ts";
import { partFields } from "./part-fields.ts";

interface HostPartFormProps {
  content: AgreementContent;
  contentHash: string;
  checks: AgreementChecks;
  refusal: Refusal | undefined;
  /** Where the page asks for more than this form. */
  intent?: Intent;
}

/** What the host tells: activities, hours, who is there for the pupil, who signs. */
export function HostPartForm({ content, contentHash, checks, refusal, intent }: HostPartFormProps) {
  return (
    <SubmitForm mandatory="unmarked">
      <input type="hidden" name="contentHash" value={contentHash} />
      {refusal ? <ErrorSummary errors={errorLinks(refusal.errors)} /> : null}
      <HostPartFields
        before={hostFormOf(content)}
        schedule={content}
        birthDate={content.pupil.birthDate}
        findings={checks.hours}
        refusal={refusal}
      />
      <SubmitButton {...(intent ? { intent } : {})}>Enregistrer et transmettre</SubmitButton>
    </SubmitForm>
  );
}

interface HostPartFieldsProps {
  before: Readonly<Record<string, string | undefined>>;
  schedule: Pick<AgreementContent, "hoursGrid" | "startsOn" | "endsOn">;
  birthDate: string | null;
  /** Of the hours as they are before anything is typed. */
  findings: AgreementChecks["hours"];
  refusal: Refusal | undefined;
}

/** The fields alone: whoever answers by a link tells them with where the pupil is received. */
export function HostPartFields(props: HostPartFieldsProps) {
  const field = partFields(props.before, props.refusal);
  return (
    <>
      <TextAreaField
        {...field("activities")}
        label="Activités prévues"
        hint="Ce que l’élève observera, jour après jour si possible&nbsp;: l’équipe enseignante relit ce texte."
        maxLength={4000}
        required
      />
      <HostHours {...props} />
      <div className="part-row">
        <TextField
          {...field("supervisorName")}
          label="Personne qui accompagne l’élève"
          hint="Laissez vide si c’est la personne qui signe."
          optional
        />
        <TextField
          {...field("supervisorContact")}
          label="Contact de cette personne"
          hint="Téléphone ou adresse électronique."
          optional
        />
      </div>
      <div className="part-row">
        <TextField {...field("signatoryName")} label="Personne qui signe la convention" required />
        <TextField
          {...field("signatoryQuality")}
          label="Sa fonction"
          hint="Par exemple&nbsp;: gérance."
          required
        />
      </div>
      <TextField
        {...field("preventionContact")}
        label="Contact de prévention des violences sexistes et sexuelles"
        hint="L’élève peut lui parler. Son nom lui est donné à l’arrivée."
        optional
      />
      <TextAreaField {...field("lunch")} label="Repas du midi" rows={2} maxLength={4000} optional />
    </>
  );
}

/** The hours as typed are judged again; those of the agreement also count the pupil's other host. */
function HostHours({ schedule, birthDate, findings, refusal }: HostPartFieldsProps) {
  const before = hoursFields(schedule.hoursGrid);
  const valueOf = (name: string) => (refusal ? textOf(refusal, name) : (before[name] ?? ""));
  const { grid, slips } = readHours(valueOf);
  const judged = refusal ? checkHours({ ...scheduleOf(schedule), grid, birthDate }) : findings;
  return <HoursGridFields valueOf={valueOf} findings={judged} slips={refusal ? slips : []} />;
}
