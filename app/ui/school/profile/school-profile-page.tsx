import { Link } from "@remix-run/react";
import type { SchoolProfile } from "#app/domain/schools/profile/school-profile.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../../components/button-link.tsx";
import { DoneNotice } from "../../components/done-notice.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { RefusalNotice } from "../../components/refusal-notice.tsx";
import type { Refusal } from "../../forms/refusal.ts";
import { IMAGE_TITLES, profileFieldsText } from "../../messages/schools/school-profile.ts";
import { schoolTrail } from "../school-trail.ts";
import { IMAGE_SLUGS } from "./image-slugs.ts";
import { SchoolProfileForm } from "./school-profile-form.tsx";

interface SchoolProfilePageProps {
  profile: SchoolProfile;
  /** All those that the reader keeps. */
  schools: readonly { uai: string; name: string }[];
  done: DoneCode<"schoolProfile"> | null;
  refusal: Refusal | undefined;
}

/** How the school is reached, what its agreements bear, what its hosts are told. */
export function SchoolProfilePage({ profile, schools, done, refusal }: SchoolProfilePageProps) {
  const others = schools.filter(({ uai }) => uai !== profile.uai);
  return (
    <Page narrow>
      <PageHeader
        title="La fiche de l’établissement"
        lead={`${profile.name}, ${profile.town}`}
        trail={schoolTrail}
      />
      <RefusalNotice refusal={refusal} />
      {refusal ? null : <DoneNotice page="schoolProfile" done={done} />}
      {others.length > 0 ? (
        <ul>
          {others.map(({ uai, name }) => (
            <li key={uai}>
              <Link to={paths.school.profile({ etablissement: uai })}>Fiche de {name}</Link>
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        Ce que vous changez ici vaut pour les e-mails et les pages dès maintenant, et pour les conventions
        créées ensuite. Une convention déjà créée garde ce qu’elle dit.
      </p>
      <SchoolProfileForm key={profile.uai} profile={profile} refusal={refusal} />
      <Pictures profile={profile} />
      <History changes={profile.changes} />
    </Page>
  );
}

function Pictures({ profile: { uai, images } }: { profile: SchoolProfile }) {
  return (
    <section aria-labelledby="images">
      <h2 id="images">En-tête et cachet</h2>
      <p>
        L’en-tête figure en haut de la convention, le cachet dans le cadre que la direction signe, une fois la
        convention validée.
      </p>
      {(["header", "stamp"] as const).map((kind) => {
        const image = images.find((one) => one.kind === kind);
        return (
          <div key={kind}>
            <h3>{IMAGE_TITLES[kind]}</h3>
            {image ? <SchoolImage uai={uai} image={image} /> : <p>Aucune image pour l’instant.</p>}
            <p>
              <Link to={paths.school.profileImage(IMAGE_SLUGS[kind], uai)}>
                {image ? "Changer ou retirer" : "Ajouter"}
                <span className="fr-sr-only"> : {IMAGE_TITLES[kind]}</span>
              </Link>
            </p>
          </div>
        );
      })}
      <ButtonRow>
        <ButtonLink to={paths.school.profilePreview(uai)} variant="secondary" reloadDocument>
          Voir un exemple de convention (PDF)
        </ButtonLink>
      </ButtonRow>
    </section>
  );
}

interface SchoolImageProps {
  uai: string;
  image: Pick<SchoolProfile["images"][number], "kind" | "sha256" | "width" | "height">;
}

export function SchoolImage({ uai, image: { kind, sha256, width, height } }: SchoolImageProps) {
  return (
    <img
      className="school-image"
      src={paths.school.profileImageFile(IMAGE_SLUGS[kind], { etablissement: uai, v: sha256.slice(0, 12) })}
      width={width}
      height={height}
      alt={`${IMAGE_TITLES[kind]}, comme il sera imprimé`}
    />
  );
}

function History({ changes }: Pick<SchoolProfile, "changes">) {
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="historique">
      <h2 id="historique">Historique</h2>
      <ul>
        {changes.map(({ fields, changedAt, by }) => (
          <li key={new Date(changedAt).getTime()}>
            {frenchDateTime(new Date(changedAt))}
            {by ? `, ${by}` : ""}&nbsp;: {profileFieldsText(fields)}
          </li>
        ))}
      </ul>
    </section>
  );
}
