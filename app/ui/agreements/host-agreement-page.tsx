import type { AgreementView } from "#app/domain/agreements/agreement-view.ts";
import type { ToldAgreementText } from "#app/domain/agreements/text/told-agreement-text.ts";
import { hostKnowsPupil } from "#app/domain/agreements/host-reading.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { Disclosure } from "../components/disclosure.tsx";
import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { Notice } from "../components/notice.tsx";
import { Page } from "../components/page-header.tsx";
import { employerTrail } from "../employer/employer-trail.ts";
import type { Refusal } from "../forms/refusal.ts";
import { agreementTitle } from "../messages/names.ts";
import { AgreementContentView } from "./agreement-content-view.tsx";
import { AgreementHead } from "./agreement-head.tsx";
import { AgreementRemarks } from "./agreement-remarks.tsx";
import { AgreementText } from "./agreement-text.tsx";
import { AgreementTimeline } from "./agreement-timeline.tsx";
import { HostPartForm } from "./host-part-form.tsx";

interface HostAgreementPageProps {
  agreement: AgreementView;
  text: ToldAgreementText | null;
  now: Date;
  done: DoneCode<"agreement"> | null;
  refusal: Refusal | undefined;
}

/** The agreement as the host reads it, with its part to fill while nobody has validated it. */
export function HostAgreementPage({ agreement, text, now, done, refusal }: HostAgreementPageProps) {
  const { id, status, content, contentHash, checks, remarks, changes, actions } = agreement;
  const knowsPupil = hostKnowsPupil(status);
  const period = frenchPeriod(content.startsOn, content.endsOn);
  const mayFill = actions.includes("fill_host");
  const asked = remarks.some(({ addressee, resolvedAt }) => addressee === "host" && !resolvedAt);
  const owes = mayFill && (asked || checks.missingHost.length > 0);
  return (
    <Page>
      <AgreementHead
        title={agreementTitle(content)}
        lead={knowsPupil ? `${content.school.name}, ${period}` : period.replace(/^d/, "D")}
        trail={[...employerTrail, { to: paths.employer.agreements(), label: "Conventions" }]}
        status={status}
        awaited={agreement.awaited}
        now={now}
        reader="host"
        done={refusal ? null : done}
        pdf={knowsPupil ? paths.employer.agreementPdf(id) : null}
      >
        {refusal && !mayFill ? <ErrorSummary errors={errorLinks(refusal.errors)} /> : null}
        {knowsPupil ? null : (
          <Notice title="Ce stage est annulé">
            <p>
              Vous n’accueillez plus cet élève&nbsp;: ses coordonnées, celles de ses responsables et la
              convention en PDF ne vous sont plus montrées.
            </p>
          </Notice>
        )}
        {owes ? (
          <Notice tone="warning" title="Votre partie est à compléter">
            <p>
              {asked
                ? "L’équipe enseignante demande une modification\u00a0: corrigez votre partie plus bas, puis enregistrez."
                : "Complétez votre partie plus bas\u00a0: l’équipe enseignante pourra ensuite valider la convention."}
            </p>
          </Notice>
        ) : null}
      </AgreementHead>
      <AgreementRemarks remarks={remarks.filter(({ addressee }) => addressee === "host")} reader="host" />
      {mayFill ? (
        <Disclosure title="Compléter ou corriger votre partie" open={owes || refusal !== undefined}>
          <HostPartForm content={content} contentHash={contentHash} checks={checks} refusal={refusal} />
        </Disclosure>
      ) : null}
      <AgreementContentView content={content} withPupil={knowsPupil} />
      <AgreementText text={text} hoursGrid={content.hoursGrid} period={content} />
      <section aria-labelledby="avancement">
        <h2 id="avancement">Avancement</h2>
        <AgreementTimeline status={status} changes={changes} />
      </section>
    </Page>
  );
}
