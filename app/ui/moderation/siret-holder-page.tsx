import { Form } from "@remix-run/react";
import { formatSiret } from "#app/domain/hosts/siret.ts";
import type { Detachment, SiretBearer } from "#app/domain/offers/moderation/detachment.ts";
import { EXPLANATION_LENGTH } from "#app/domain/offers/moderation/moderation.schema.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { typeset } from "#app/kernel/typography.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { adminTrail } from "../admin/admin-trail.ts";
import { DataList } from "../components/data-list.tsx";
import { DoneNotice } from "../components/done-notice.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { TextAreaField } from "../components/fields/text-area-field.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "../components/form.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { PlainText } from "../components/plain-text.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import { fieldErrors, textOf, type Refusal } from "../forms/refusal.ts";
import { proofText } from "./moderation-texts.ts";

interface SiretHolderPageProps {
  typed: string;
  /** Null before a whole SIRET is typed. */
  bearers: readonly SiretBearer[] | null;
  detachments: readonly Detachment[];
  done: DoneCode<"siretHolder"> | null;
  refusal: Refusal | undefined;
}

/** Who holds a SIRET here, and how to take it away from whoever claimed it wrongly. */
export function SiretHolderPage({ typed, bearers, detachments, done, refusal }: SiretHolderPageProps) {
  return (
    <Page narrow>
      <PageHeader
        title="Retirer un SIRET"
        trail={[...adminTrail, { to: paths.admin.moderation(), label: "Modération" }]}
        lead="Quand une structure s’est inscrite avec le SIRET d’une autre : voyez qui le porte, puis détachez-le."
      />
      {refusal ? null : <DoneNotice page="siretHolder" done={done} />}
      <RefusalNotice refusal={refusal} />
      <Form method="get" action={paths.admin.siretHolder()} className="filter-form" role="search">
        <TextField key={typed} name="siret" label="SIRET (14 chiffres)" defaultValue={typed} required />
        <SubmitButton variant="secondary">Rechercher</SubmitButton>
      </Form>
      {typed && bearers === null ? (
        <EmptyState title="Ce numéro n’est pas un SIRET : vérifiez ses chiffres." />
      ) : null}
      {bearers?.length === 0 ? <EmptyState title="Aucune structure ne porte ce SIRET ici." /> : null}
      {(bearers ?? []).map((bearer) => (
        <Bearer key={bearer.organisationId} bearer={bearer} siret={typed} refusal={refusal} />
      ))}
      {detachments.length > 0 ? <Detachments detachments={detachments} /> : null}
    </Page>
  );
}

function Bearer({
  bearer,
  siret,
  refusal,
}: {
  bearer: SiretBearer;
  siret: string;
  refusal: Refusal | undefined;
}) {
  const { organisationId, name, proof, detachedAt, reason, members, published, live, schools } = bearer;
  return (
    <section aria-labelledby={`structure-${organisationId}`}>
      <h2 id={`structure-${organisationId}`}>{typeset(name)}</h2>
      <DataList
        items={[
          {
            term: "SIRET",
            details: detachedAt
              ? `${formatSiret(siret.replace(/\D/g, ""))} (détaché le ${frenchDateTime(new Date(detachedAt))})`
              : `${formatSiret(siret.replace(/\D/g, ""))} (${proofText(proof)})`,
          },
          ...(reason ? [{ term: "Raison", details: reason }] : []),
          {
            term: "Membres",
            details:
              members
                .map(
                  ({ firstName, lastName, email }) => `${firstName} ${lastName}, ${email ?? "sans adresse"}`,
                )
                .join(" ; ") || "Aucun",
          },
          { term: "Offres en ligne", details: plural(published, "offre") },
          { term: "Candidatures en cours", details: plural(live, "candidature") },
          {
            term: "Stages confirmés",
            details:
              schools
                .map((school) => `${school.name} (${school.placements}), ${school.email ?? "sans adresse"}`)
                .join(" ; ") || "Aucun",
          },
        ]}
      />
      {schools.length > 0 ? (
        <p>
          Les stages confirmés restent&nbsp;: prévenez ces établissements, qui décident avec les familles.
        </p>
      ) : null}
      {detachedAt ? (
        <SubmitForm>
          <HiddenField name="organisationId" value={organisationId} />
          <HiddenField name="siret" value={siret} />
          <SubmitButton intent="reattach" variant="secondary" describedBy={`structure-${organisationId}`}>
            Rendre ce SIRET
          </SubmitButton>
        </SubmitForm>
      ) : (
        <DetachForm organisationId={organisationId} siret={siret} refusal={refusal} />
      )}
    </section>
  );
}

function DetachForm({
  organisationId,
  siret,
  refusal,
}: {
  organisationId: string;
  siret: string;
  refusal: Refusal | undefined;
}) {
  return (
    <SubmitForm mandatory="one">
      <p>
        Les offres de cette structure passent en pause, ses membres ne voient plus rien des élèves, et le
        numéro redevient libre. Vous pourrez le rendre.
      </p>
      <HiddenField name="organisationId" value={organisationId} />
      <HiddenField name="siret" value={siret} />
      <TextAreaField
        name="reason"
        label="Raison"
        hint="Les membres la reçoivent par e-mail, telle quelle."
        rows={3}
        required
        minLength={EXPLANATION_LENGTH.min}
        maxLength={EXPLANATION_LENGTH.max}
        defaultValue={textOf(refusal, "reason")}
        error={fieldErrors(refusal).reason?.[0]}
      />
      <SubmitButton intent="detach">Détacher ce SIRET</SubmitButton>
    </SubmitForm>
  );
}

function Detachments({ detachments }: { detachments: readonly Detachment[] }) {
  return (
    <section aria-labelledby="detaches">
      <h2 id="detaches">Derniers SIRET détachés</h2>
      <ul>
        {detachments.map(
          ({ id, siret, hostName, reason, detachedAt, reattachedAt, byFirstName, byLastName }) => (
            <li key={id}>
              {typeset(`${formatSiret(siret)}, ${hostName} : le ${frenchDateTime(new Date(detachedAt))}`)}
              {byFirstName ? ` par ${byFirstName} ${byLastName ?? ""}` : ""}
              {reattachedAt ? `, rendu le ${frenchDateTime(new Date(reattachedAt))}` : ""}
              <PlainText text={reason} />
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
