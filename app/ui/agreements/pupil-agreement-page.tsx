import type { ReactNode } from "react";
import type { AgreementStatus } from "#app/domain/agreements/agreement.ts";
import type { PupilAgreement } from "#app/domain/agreements/agreement-view.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import type { ToldAgreementText } from "#app/domain/agreements/text/told-agreement-text.ts";
import { Activities } from "../components/activities.tsx";
import { AgreementText } from "./agreement-text.tsx";
import { AddressWithRoute } from "../components/address-link.tsx";
import { ContactText } from "../components/contact-text.tsx";
import { DataList, type DataListItem } from "../components/data-list.tsx";
import { Page } from "../components/page-header.tsx";
import { AgreementHead } from "./agreement-head.tsx";
import { AgreementTimeline } from "./agreement-timeline.tsx";
import { RealDays } from "../components/real-days.tsx";

const trail = [{ to: paths.pupil.home(), label: "Mon espace élève" }];

/** What happens next, for the one who waits for it. */
const NEXT: Record<AgreementStatus, string> = {
  draft: "Votre stage est confirmé. La convention se prépare.",
  completed:
    "Votre stage est confirmé. La convention est complète\u00a0: il reste à la relire, puis à la signer.",
  changes_requested: "Votre stage est confirmé. Un point de la convention est en cours de modification.",
  teacher_validated: "La convention est validée\u00a0: elle sera bientôt signée.",
  signing: "Les signatures sont en cours.",
  signed: "Tout est signé\u00a0: votre stage peut commencer aux dates prévues.",
  cancelled: "Cette convention est annulée. Votre lycée peut vous aider à trouver un autre stage.",
};

/** The internship in plain words, then where its agreement stands. */
export function PupilAgreementPage({
  agreement,
  text,
  now,
}: {
  agreement: PupilAgreement;
  text: ToldAgreementText | null;
  now: Date;
}) {
  const { id, status, host, hoursGrid, changes } = agreement;
  return (
    <Page>
      <AgreementHead
        title={`Mon stage : ${host.name}`}
        lead={NEXT[status]}
        trail={trail}
        status={status}
        awaited={agreement.awaited}
        now={now}
        reader="pupil"
        done={null}
        pdf={paths.pupil.agreementPdf(id)}
      />
      <section aria-labelledby="essentiel">
        <h2 id="essentiel">L’essentiel</h2>
        <DataList items={essentials(agreement)} />
        <RealDays grid={hoursGrid} periods={[agreement]} caption="Vos horaires" />
      </section>
      <section aria-labelledby="prevoir">
        <h2 id="prevoir">Ce qu’il faut prévoir</h2>
        <ul>
          <li>De quoi prendre des notes, et la convention signée.</li>
          <li>Le numéro de la personne qui vous accompagne, et celui de votre lycée.</li>
          <li>Une tenue adaptée au lieu&nbsp;: demandez conseil avant le premier jour.</li>
          <li>En cas d’absence ou de retard, prévenez tout de suite l’employeur et votre lycée.</li>
        </ul>
      </section>
      <AgreementText text={text} hoursGrid={hoursGrid} period={agreement} />
      <section aria-labelledby="avancement">
        <h2 id="avancement">Où en est la convention</h2>
        <AgreementTimeline status={status} changes={changes} />
      </section>
    </Page>
  );
}

function essentials(agreement: PupilAgreement): DataListItem[] {
  const { host, supervisor, referentTeacher } = agreement;
  const joined = (parts: string[], separator = ", ") => parts.filter(Boolean).join(separator);
  const address = joined([host.addressLine, joined([host.postcode, host.town], " ")]);
  const told = (rows: readonly (readonly [string, string])[], Text: (props: { text: string }) => ReactNode) =>
    rows
      .filter(([, value]) => value !== "")
      .map(([term, value]) => ({ term, details: <Text text={value} /> }));
  return [
    { term: "Quand", details: frenchPeriod(agreement.startsOn, agreement.endsOn).replace(/^d/, "D") },
    { term: "Chez", details: host.name },
    ...(address ? [{ term: "Où", details: <AddressWithRoute address={address} /> }] : []),
    ...told(
      [
        ["Pour venir", joined([agreement.accessNote, agreement.transport], "\n")],
        ["Ce que vous ferez", agreement.activities],
        ["Le midi", agreement.lunch || "À voir avec l’employeur avant le premier jour."],
      ],
      Activities,
    ),
    ...told(
      [
        ["Qui vous accompagne", joined([supervisor.name, supervisor.contact])],
        ["Qui vous suit au lycée", joined([referentTeacher.name, referentTeacher.contact])],
        ["À qui parler en cas de problème sur place", agreement.violencePreventionContact],
      ],
      ContactText,
    ),
  ];
}
