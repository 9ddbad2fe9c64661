/** What a page says of what was just done there. */
export interface DoneText {
  title: string;
  text?: string;
}
