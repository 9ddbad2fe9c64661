import { FIGURE_LISTS, type FigureList } from "#app/domain/discovery/search-figures.ts";

interface FigureText {
  /** In the address of the page. */
  query: string;
  label: string;
  /** Head of the first column. */
  column: string;
}

const TEXTS: Record<FigureList, FigureText> = {
  words_without_result: { query: "sans-resultat", label: "Mots restés sans résultat", column: "Mot" },
  words: { query: "mots", label: "Mots les plus cherchés", column: "Mot" },
  places: { query: "communes", label: "Communes les plus cherchées", column: "Commune" },
  sectors: { query: "secteurs", label: "Secteurs les plus cherchés", column: "Secteur" },
};

export function figureText(list: FigureList): FigureText {
  return TEXTS[list];
}

/** The list that the address asks for, the first one when it is none of ours. */
export function listOfQuery(query: string | null): FigureList {
  return FIGURE_LISTS.find((list) => TEXTS[list].query === query) ?? FIGURE_LISTS[0];
}
