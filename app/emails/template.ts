import type { ReactElement } from "react";

/** Added to the props of every template: whom the letter greets, by first name when it is known. */
export interface Greeted {
  firstName: string | null;
}

/**
 * One letter. The HTML and the text are written apart, so that both read well. Of a minor, nothing but
 * the first name may enter them, and not even that enters the subject, which phones show on locked screens.
 */
export interface EmailTemplate<Props> {
  /** Kept with each message sent. */
  name: string;
  subject(props: Props): string;
  Html(props: Props & Greeted): ReactElement;
  text(props: Props & Greeted): string;
}
