/** What stands in the place of a name that was erased. */
export const ERASED_NAME = { firstName: "Compte", lastName: "effacé" } as const;

/** What stands in the place of a letter: the database asks for one of the length of a letter. */
export const ERASED_LETTER = "Cette lettre a été effacée avec les données de l’élève.";
