import type { ReactElement } from "react";
import type { Topic } from "#app/domain/notifications/topics.ts";
import type { EventType } from "#app/domain/notifications/compose/event-registry.ts";
import type { Sample } from "./samples.ts";

/** Added to the props of every template: whom the e-mail greets, by first name when it is known, and where they live. */
export interface Greeted {
  firstName: string | null;
  /** Deadlines are in mainland time, and say so to those who live elsewhere. */
  timeZone: string;
}

/** The one thing to do. */
export interface EmailAction {
  label: string;
  link: string;
}

/** A name and its value, one line or several; without value it is left out. */
export type Fact = [term: string, details: string | string[] | null];

/**
 * One e-mail. The HTML and the text are written apart, so that both read well; what surrounds them (greeting, action, foot)
 * is written once, by `renderEmail`. Of a minor, nothing but the first name may enter them. Not even that enters the preview
 * and the action, which phones show on locked screens, nor the subject, but for hosts and schools: they follow many pupils.
 */
export interface EmailTemplate<Props, Name extends string = string> {
  /** Kept with each message sent. */
  name: Name;
  /** The events that it is sent on; none for the digest, which gathers what waited, whatever its events. */
  sentOn: readonly EventType[];
  /** What its reader can choose not to get by e-mail; null for what must reach them. */
  topic: Topic | null;
  /** A code that someone waits for leaves before everything else. */
  priority?: 0;
  /** Why they get it, in the footer. */
  because(props: Props): string;
  subject(props: Props & Greeted): string;
  title(props: Props): string;
  /** One sentence: shown after the subject by mail readers, and alone by the digest and the notification centre. */
  preview(props: Props): string;
  action(props: Props): EmailAction | null;
  /** For a reader who gave a telephone number and no address. */
  sms?(props: Props): string;
  /** Between the greeting and the action. */
  Body(props: Props & Greeted): ReactElement;
  /** The same in the text part, paragraph by paragraph. */
  text(props: Props & Greeted): (string | false | null)[];
  /** One for each kind of reader: what administrators and tests look at. */
  samples: readonly [Sample<Props>, ...Sample<Props>[]];
}

/** Called twice, so that the props are given and the name is inferred: `defineEmail<Props>()({ name: "…", … })`. */
export function defineEmail<Props>() {
  return <Name extends string>(template: EmailTemplate<Props, Name>): EmailTemplate<Props, Name> => template;
}
