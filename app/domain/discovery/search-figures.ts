/** What the figures of searches are counted by. */
export const FIGURE_LISTS = ["words_without_result", "words", "places", "sectors"] as const;
export type FigureList = (typeof FIGURE_LISTS)[number];

/** Fewer could tell of someone: they are not shown. */
export const FEWEST_SHOWN = 11;

/** Searches older than this are not counted. */
export const FIGURES_DAYS = 30;
