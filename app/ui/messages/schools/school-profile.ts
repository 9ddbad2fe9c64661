import type {
  ProfileField,
  SaveImageFailure,
  SaveProfileFailure,
  SchoolImageKind,
} from "#app/domain/schools/profile/school-profile.ts";
import type { FailureBut } from "#app/kernel/result.ts";

export const PROFILE_REFUSALS: Record<FailureBut<SaveProfileFailure, "not_found">["code"], string> = {
  no_campaign:
    "Les dates du prochain stage ne sont pas encore fixées : laissez cette date vide pour l’instant.",
  not_yet: "Cette date est à venir. Indiquez le jour où le conseil d’administration a voté.",
};

export const IMAGE_REFUSALS: Record<FailureBut<SaveImageFailure, "not_found">["code"], string> = {
  missing: "Choisissez un fichier.",
  too_heavy: "Cette image dépasse 300 Ko. Réduisez-la, puis envoyez-la de nouveau.",
  not_png: "Ce fichier n’est pas une image PNG. Enregistrez votre image au format PNG, puis envoyez-la.",
  damaged: "Cette image ne peut pas être lue. Enregistrez-la de nouveau au format PNG, sans entrelacement.",
  too_large: "Cette image dépasse 1 600 points de côté. Réduisez-la, puis envoyez-la de nouveau.",
  too_small: "Cette image est trop petite : il faut au moins 40 points de côté.",
  too_many: "Cette image a déjà changé vingt fois : les conventions gardent celles qu’elles portent.",
};

export const IMAGE_TITLES: Record<SchoolImageKind, string> = {
  header: "L’en-tête des conventions",
  stamp: "Le cachet de l’établissement",
};

const FIELDS: Record<ProfileField, string> = {
  phone: "téléphone",
  email: "adresse électronique",
  weekContact: "qui appeler pendant les stages",
  weekPhone: "téléphone pendant les stages",
  meetingPlace: "lieu de rendez-vous",
  announcement: "message aux structures",
  instructions: "consignes aux structures",
  deliberation: "date de la délibération",
  header: "en-tête",
  stamp: "cachet",
};

/** "téléphone, cachet" */
export function profileFieldsText(fields: readonly ProfileField[]): string {
  return fields.map((field) => FIELDS[field]).join(", ");
}
