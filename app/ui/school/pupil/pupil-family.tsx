import type { FollowedGuardian } from "#app/domain/follow-up/pupil/followed-pupil.ts";
import { ContactText } from "../../components/contact-text.tsx";

interface PupilFamilyProps {
  guardians: readonly FollowedGuardian[];
  isAdult: boolean;
}

/** Whom to call at home. */
export function PupilFamily({ guardians, isAdult }: PupilFamilyProps) {
  return (
    <section aria-labelledby="famille">
      <h2 id="famille">Famille</h2>
      {isAdult ? <p>L’élève a 18 ans : c’est à l’élève seul que l’on s’adresse.</p> : null}
      {!isAdult && guardians.length === 0 ? <p>Aucun responsable légal connu.</p> : null}
      {guardians.length > 0 ? (
        <ul className="pupil-file__list">
          {guardians.map((guardian) => (
            <li key={guardian.id} className="pupil-file__item">
              <h3 className="pupil-file__title">{guardian.name}</h3>
              <p>
                {guardian.phone ? <ContactText text={guardian.phone} /> : "Téléphone inconnu"}
                {" · "}
                {guardian.email ? <ContactText text={guardian.email} /> : "adresse électronique inconnue"}
              </p>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
