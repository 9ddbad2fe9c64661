import { Link } from "@remix-run/react";
import type { ClassGuardian } from "#app/domain/guardians/class-guardians.ts";
import { plural } from "#app/kernel/text.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { DoneNotice } from "../components/done-notice.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { StatusBadge } from "../components/status-badge.tsx";
import type { Refusal } from "../forms/refusal.ts";
import { schoolTrail } from "./school-trail.ts";

interface FamiliesPageProps {
  className: string;
  classGroupId: string;
  guardians: readonly ClassGuardian[];
  /** What was just done, from the address. */
  done: DoneCode<"families"> | null;
  refusal: Refusal | undefined;
}

/** Links of the families of a class: send again, or replace one that went astray. */
export function FamiliesPage({ className, classGroupId, guardians, done, refusal }: FamiliesPageProps) {
  return (
    <Page>
      <PageHeader
        title={`Familles de la classe ${className}`}
        crumb="Familles"
        trail={[...schoolTrail, { to: paths.school.classGroup(classGroupId), label: `Classe ${className}` }]}
        lead={plural(guardians.length, "responsable légal", "responsables légaux")}
      />
      <ErrorSummary title="Le lien n’est pas parti" errors={errorLinks(refusal?.errors ?? {})} />
      {refusal ? null : <DoneNotice page="families" done={done} />}
      <p>
        Chaque responsable suit les candidatures de son enfant par un lien personnel, sans compte. Renvoyez-le
        s’il est perdu&nbsp;; remplacez-le s’il est tombé entre d’autres mains.
      </p>
      {guardians.length === 0 ? (
        <EmptyState title="Aucun responsable légal connu">
          <p>Les responsables légaux viennent de la base de l’établissement.</p>
        </EmptyState>
      ) : (
        <ul className="families">
          {guardians.map((guardian) => (
            <Family key={guardian.id} guardian={guardian} classGroupId={classGroupId} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Family({ guardian, classGroupId }: { guardian: ClassGuardian; classGroupId: string }) {
  const { id, name, pupilId, pupilName, destination, isLost } = guardian;
  return (
    <li className="families__one">
      <p id={`famille-${id}`}>
        <strong>{pupilName}</strong>
        <br />
        {name} · {destination ? destination.hint : "ni adresse ni téléphone connus"}
      </p>
      {isLost ? (
        <p>
          <StatusBadge tone="warning">Messages non reçus</StatusBadge>{" "}
          <Link to={`${paths.school.pupil(pupilId)}#adresses-perdues`} aria-describedby={`famille-${id}`}>
            Voir pourquoi et corriger
          </Link>
        </p>
      ) : null}
      {destination ? (
        <SubmitForm action={paths.school.families(classGroupId)}>
          <input type="hidden" name="guardianId" value={id} />
          <div className="families__buttons">
            <SubmitButton intent="send" variant="secondary" size="sm" describedBy={`famille-${id}`}>
              Renvoyer le lien de suivi
            </SubmitButton>
            <SubmitButton intent="replace" variant="tertiary" size="sm" describedBy={`famille-${id}`}>
              Remplacer le lien
            </SubmitButton>
          </div>
        </SubmitForm>
      ) : null}
    </li>
  );
}
