import type { AgreementView } from "#app/domain/agreements/agreement-view.ts";
import type { ToldAgreementText } from "#app/domain/agreements/text/told-agreement-text.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { AgreementChecksList } from "../agreements/agreement-checks-list.tsx";
import { AgreementContentView } from "../agreements/agreement-content-view.tsx";
import { AgreementHead } from "../agreements/agreement-head.tsx";
import { AgreementRemarks } from "../agreements/agreement-remarks.tsx";
import { AgreementText } from "../agreements/agreement-text.tsx";
import { AgreementTimeline } from "../agreements/agreement-timeline.tsx";
import { SchoolPartForm } from "../agreements/school-part-form.tsx";
import { TeacherDecision } from "../agreements/teacher-decision.tsx";
import { Disclosure } from "../components/disclosure.tsx";
import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page-header.tsx";
import { TakeBackForm } from "../components/take-back-form.tsx";
import type { Refusal } from "../forms/refusal.ts";
import { agreementTitle } from "../messages/names.ts";
import { schoolTrail } from "./school-trail.ts";

interface SchoolAgreementPageProps {
  agreement: AgreementView;
  text: ToldAgreementText | null;
  now: Date;
  /** Until when a validation just given can be taken back. */
  takeBackUntil: Date | null;
  done: DoneCode<"agreement"> | null;
  refusal: Refusal | undefined;
}

/** The agreement as the school reads it: checks, content, and what is left to do. */
export function SchoolAgreementPage({
  agreement,
  text,
  now,
  takeBackUntil,
  done,
  refusal,
}: SchoolAgreementPageProps) {
  const { id, status, content, checks, remarks, actions } = agreement;
  const mayDecide = actions.includes("validate");
  const filling = refusal?.values.intent === "fill" ? refusal : undefined;
  const deciding = filling ? undefined : refusal;
  return (
    <Page>
      <AgreementHead
        title={agreementTitle(content)}
        lead={`${content.host.name}, ${frenchPeriod(content.startsOn, content.endsOn)}`}
        trail={[...schoolTrail, { to: paths.school.agreements(), label: "Conventions" }]}
        status={status}
        awaited={agreement.awaited}
        now={now}
        reader={mayDecide ? "school" : "office"}
        done={refusal ? null : done}
        pdf={paths.school.agreementPdf(id)}
      >
        {deciding && !mayDecide ? <ErrorSummary errors={errorLinks(deciding.errors)} /> : null}
        <TakeBackForm until={takeBackUntil} intent="take_back" label="Annuler la validation">
          Les personnes prévenues recevront un nouveau message.
        </TakeBackForm>
        {done && !refusal ? null : <OwnTurn agreement={agreement} />}
      </AgreementHead>
      <section aria-labelledby="verifications">
        <h2 id="verifications">Vérifications automatiques</h2>
        <AgreementChecksList checks={checks} />
      </section>
      <AgreementRemarks remarks={remarks} reader="school" />
      <AgreementContentView content={content} />
      <AgreementText text={text} hoursGrid={content.hoursGrid} period={content} />
      {mayDecide ? <TeacherDecision contentHash={agreement.contentHash} refusal={deciding} /> : null}
      <SchoolPart agreement={agreement} refusal={filling} />
      <section aria-labelledby="avancement">
        <h2 id="avancement">Avancement</h2>
        <AgreementTimeline status={status} changes={agreement.changes} />
      </section>
    </Page>
  );
}

function SchoolPart({ agreement, refusal }: { agreement: AgreementView; refusal: Refusal | undefined }) {
  const { content, contentHash, actions, checks, remarks } = agreement;
  if (!actions.includes("fill_school"))
    return refusal ? <ErrorSummary errors={errorLinks(refusal.errors)} /> : null;
  const asked = remarks.some(({ addressee, resolvedAt }) => addressee === "school" && !resolvedAt);
  return (
    <Disclosure
      title="Compléter ou corriger la partie de l’établissement"
      open={refusal !== undefined || asked || checks.missingSchool.length > 0}
    >
      <SchoolPartForm content={content} contentHash={contentHash} refusal={refusal} />
    </Disclosure>
  );
}

/** What the reader can do about it in this page; who else is awaited stands above. */
function OwnTurn({ agreement: { status, actions, checks, remarks } }: { agreement: AgreementView }) {
  if (status === "completed" && actions.includes("validate"))
    return (
      <Notice title="À vous de relire">
        <p>
          Lisez la convention, puis <a href="#decision">validez-la ou demandez une modification</a>.
        </p>
      </Notice>
    );
  const asked = remarks.some(({ addressee, resolvedAt }) => addressee === "school" && !resolvedAt);
  const owes = actions.includes("fill_school") && (asked || checks.missingSchool.length > 0);
  return owes ? (
    <Notice tone="warning" title="Votre partie est à compléter">
      <p>Le formulaire est plus bas dans cette page.</p>
    </Notice>
  ) : null;
}
