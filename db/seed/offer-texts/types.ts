/** A proposal in the host's words: title in both genders, what is shown, what the pupil does ("a | b | c"). */
export type OfferText = [title: string, introduction: string, activities: string];

/** Invented host names and proposals of one sector. */
export interface SectorTexts {
  hosts: string[];
  offers: OfferText[];
}
