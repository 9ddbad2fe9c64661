import type { JobFinding } from "#app/domain/offers/disguised-job.ts";
import type { HoldReason } from "#app/domain/offers/moderation/hold.ts";
import type { PreviewedOffer } from "#app/domain/offers/drafts/offer-form.ts";
import type { HoursFinding } from "#app/domain/hours/hours-rules.ts";
import { challenges } from "#app/domain/reference/challenges.ts";
import { Notice } from "../components/notice.tsx";
import { describeHoursFinding } from "../messages/hours-findings.ts";
import { JOB_SIGN_TEXTS } from "../messages/offers.ts";
import { OfferFacts } from "../search/offer-facts.tsx";
import { HoldReasons } from "#app/ui/moderation/held-offer.tsx";
import { typeset } from "#app/kernel/typography.ts";

/** The offer as a pupil will read it. */
export function OfferPreview({ offer }: { offer: PreviewedOffer }) {
  const labels = challenges.filter(({ slug }) => offer.challenges.includes(slug)).map(({ label }) => label);
  const seats = offer.weeks.map(({ week }) => ({
    week,
    capacity: offer.seats[week],
    reserved: 0,
    taken: 0,
  }));
  return (
    <div className="offer-preview">
      <p className="offer-preview__title">{offer.title}</p>
      <p className="offer-preview__host">
        {offer.organisation} · {offer.postcode} {offer.town}
      </p>
      {labels.length > 0 ? <p className="offer-preview__host">Défis&nbsp;: {labels.join(", ")}</p> : null}
      <OfferFacts offer={{ ...offer, seats }} weeks={offer.weeks} level={3} />
    </div>
  );
}

/** What to look at twice before publishing; nothing here blocks. */
export function PreviewWarnings({
  signs,
  holds,
  hours,
}: {
  signs: readonly JobFinding[];
  holds: readonly HoldReason[];
  hours: readonly HoursFinding[];
}) {
  return (
    <>
      {holds.length > 0 ? (
        <Notice tone="warning" title="Votre offre sera relue avant de paraître" level={3}>
          <HoldReasons reasons={holds} />
        </Notice>
      ) : null}
      {signs.length > 0 ? (
        <Notice tone="warning" title="Votre offre ressemble à un emploi par endroits" level={3}>
          <p>
            Le stage est une observation&nbsp;: l’élève ne travaille pas. Corrigez ces passages avant de
            publier.
          </p>
          <ul>
            {signs.map(({ sign, words }) => (
              <li key={sign}>
                «&nbsp;{words}&nbsp;»&nbsp;: {typeset(JOB_SIGN_TEXTS[sign])}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {hours.length > 0 ? (
        <Notice tone="warning" title="À vérifier dans les horaires" level={3}>
          <ul>
            {hours.map((finding) => (
              <li key={describeHoursFinding(finding)}>{typeset(describeHoursFinding(finding))}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </>
  );
}
