import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../../components/button-link.tsx";

/** The other pages of a school; the head and the office keep some more. */
export function BoardLinks({ keepsSchool }: { keepsSchool: boolean }) {
  return (
    <ButtonRow>
      <ButtonLink to={paths.school.agreements()} variant="secondary">
        Toutes les conventions
      </ButtonLink>
      <ButtonLink to={paths.school.helpRequests()} variant="secondary">
        Demandes d’aide
      </ButtonLink>
      <ButtonLink to={paths.school.followUp()} variant="secondary">
        Suivi du stage
      </ButtonLink>
      <ButtonLink to={paths.school.toReplace()} variant="secondary">
        Élèves à replacer
      </ButtonLink>
      <ButtonLink to={paths.school.hosts()} variant="secondary">
        Structures d’accueil
      </ButtonLink>
      <ButtonLink to={paths.school.cards()} variant="secondary">
        Cartes d’activation
      </ButtonLink>
      <ButtonLink to={paths.school.pupils()} variant="secondary">
        Les élèves
      </ButtonLink>
      {keepsSchool ? (
        <>
          <ButtonLink to={paths.school.classes()} variant="secondary">
            Les classes de seconde
          </ButtonLink>
          <ButtonLink to={paths.school.profile()} variant="secondary">
            La fiche de l’établissement
          </ButtonLink>
          <ButtonLink to={paths.school.team()} variant="secondary">
            L’équipe de l’établissement
          </ButtonLink>
        </>
      ) : null}
    </ButtonRow>
  );
}
