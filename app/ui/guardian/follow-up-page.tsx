import { Link } from "@remix-run/react";
import {
  followUpBoard,
  type FollowedApplication,
  type FollowUp,
} from "#app/domain/guardians/guardian-follow-up.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import { ofName, plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "../components/button-link.tsx";
import { Disclosure } from "../components/disclosure.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Notice, type NoticeProps } from "../components/notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { FollowedApplicationList } from "./followed-application-card.tsx";
import { SchoolContactList } from "./school-contact.tsx";

interface FollowUpPageProps {
  token: string;
  pupilFirstName: string;
  followUp: FollowUp | null;
  /** This installation is declared to EduConnect. */
  linksToEduconnect: boolean;
}

/** Everything for a parent without account: where things stand, what to do, whom to call. */
export function FollowUpPage({ token, pupilFirstName, followUp, linksToEduconnect }: FollowUpPageProps) {
  const title = `Le stage ${ofName(pupilFirstName)}`;
  if (!followUp)
    return (
      <Page narrow>
        <PageHeader title={title} />
        <EmptyState title="Rien à suivre pour le moment">
          <p>
            {pupilFirstName} n’est dans aucune classe de seconde sur ce site. Le secrétariat du lycée peut
            vous répondre.
          </p>
        </EmptyState>
      </Page>
    );
  const { period, school, applications, more } = followUp;
  return (
    <Page narrow>
      <PageHeader
        title={title}
        lead={`Stage de seconde ${frenchPeriod(period.startsOn, period.endsOn)}. Vous pouvez tout suivre ici, sans compte.`}
      />
      <FollowedApplications
        token={token}
        pupilFirstName={pupilFirstName}
        applications={applications}
        more={more}
        weeks={period.weeks}
      />
      <section aria-labelledby="vous">
        <h2 id="vous">Ce que vous avez à faire</h2>
        <ExpectedOfParents pupilFirstName={pupilFirstName} />
      </section>
      <section aria-labelledby="contact">
        <h2 id="contact">Une question&nbsp;? Appelez le lycée</h2>
        <SchoolContactList school={school} />
        <p>
          Vous pouvez aussi lire <Link to={`${paths.help()}#parents`}>l’aide pour les parents</Link>.
        </p>
      </section>
      {linksToEduconnect ? <EduconnectLink token={token} /> : null}
    </Page>
  );
}

/** The link in hand proves the bond once: EduConnect then opens the same page. */
function EduconnectLink({ token }: { token: string }) {
  return (
    <section aria-labelledby="educonnect">
      <h2 id="educonnect">Revenir sans chercher ce lien</h2>
      <p>Reliez cette page à votre compte EduConnect&nbsp;: il l’ouvrira aussi, sur tous vos appareils.</p>
      <ButtonLink
        to={paths.federatedSignIn("educonnect", { retour: paths.guardianFollowUp(token) })}
        variant="secondary"
        reloadDocument
      >
        Relier à EduConnect
      </ButtonLink>
    </section>
  );
}

function FollowedApplications({
  applications,
  more,
  ...shared
}: Pick<FollowUpPageProps, "token" | "pupilFirstName"> &
  Pick<FollowUp, "applications" | "more"> & { weeks: FollowUp["period"]["weeks"] }) {
  const { confirmed, waiting, over } = followUpBoard(applications);
  return (
    <>
      <WhereThingsStand pupilFirstName={shared.pupilFirstName} confirmed={confirmed} waiting={waiting} />
      {confirmed.length > 0 ? (
        <section aria-labelledby="confirmes">
          <h2 id="confirmes">{confirmed.length > 1 ? "Les stages confirmés" : "Le stage confirmé"}</h2>
          <FollowedApplicationList applications={confirmed} {...shared} />
        </section>
      ) : null}
      {waiting.length > 0 ? (
        <section aria-labelledby="en-cours">
          <h2 id="en-cours">Les candidatures en cours</h2>
          <FollowedApplicationList applications={waiting} {...shared} />
        </section>
      ) : null}
      {over.length > 0 ? (
        <section aria-labelledby="terminees">
          <h2 id="terminees">Les candidatures terminées</h2>
          <Disclosure title={`Voir ${plural(over.length, "candidature terminée", "candidatures terminées")}`}>
            <FollowedApplicationList applications={over} {...shared} />
            {more ? <p>Seules les plus récentes sont montrées.</p> : null}
          </Disclosure>
        </section>
      ) : null}
    </>
  );
}

/** The one sentence to read when there is time for one. */
function WhereThingsStand({
  pupilFirstName,
  confirmed,
  waiting,
}: {
  pupilFirstName: string;
  confirmed: readonly FollowedApplication[];
  waiting: readonly FollowedApplication[];
}) {
  return <Notice {...summary(pupilFirstName, confirmed, waiting)} />;
}

function summary(
  firstName: string,
  confirmed: readonly FollowedApplication[],
  waiting: readonly FollowedApplication[],
): NoticeProps {
  const accepted = waiting.filter(({ status }) => status === "accepted").length;
  if (accepted > 0)
    return {
      tone: "warning",
      title: `${firstName} doit confirmer une place`,
      children: (
        <p>Un employeur propose une place. Parlez-en ensemble&nbsp;: elle est gardée quelques jours.</p>
      ),
    };
  const weeks = new Set(confirmed.flatMap((placement) => placement.weeks)).size;
  if (weeks > 1) return { tone: "success", title: `${firstName} a un stage pour les deux semaines` };
  if (weeks === 1)
    return {
      tone: "info",
      title: `${firstName} a un stage pour une semaine`,
      children: <p>Il reste une semaine à trouver.</p>,
    };
  if (waiting.length > 0)
    return { tone: "info", title: `${firstName} attend ${plural(waiting.length, "réponse")}` };
  return {
    tone: "info",
    title: `${firstName} n’a pas de candidature en cours`,
    children: <p>Parlez-en ensemble. Si la recherche est difficile, prévenez le lycée.</p>,
  };
}

function ExpectedOfParents({ pupilFirstName }: { pupilFirstName: string }) {
  return (
    <ul>
      <li>Parlez du stage avec {pupilFirstName}&nbsp;: le lieu, les horaires, le trajet, le repas.</li>
      <li>
        Quand un stage est confirmé, <strong>signez la convention</strong>. C’est un papier qui protège{" "}
        {pupilFirstName}. Le lycée vous la donne. Une seule signature de parent suffit.
      </li>
      <li>
        Vous n’êtes pas d’accord avec une candidature&nbsp;? Ouvrez-la&nbsp;: vous pouvez vous y opposer.
      </li>
      <li>
        Les deux parents peuvent suivre. Chaque parent a son lien. Pour ajouter un parent, appelez le lycée.
      </li>
    </ul>
  );
}
