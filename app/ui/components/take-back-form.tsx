import type { ReactNode } from "react";
import { frenchTime } from "#app/kernel/calendar-date.ts";
import type { Intent } from "../forms/intents.ts";
import { HiddenField, SubmitButton, SubmitForm } from "./form.tsx";

interface TakeBackFormProps {
  /** Null when the act can no longer be taken back: nothing is shown. */
  until: Date | null;
  intent: Intent;
  /** What the button does: "Annuler ce refus". */
  label: string;
  /** Where it is posted, when not to the page itself. */
  action?: string;
  /** What the form sends besides. */
  fields?: Readonly<Record<string, string>>;
  /** What follows from it. */
  children: ReactNode;
}

/** An act pressed by mistake, taken back within a few minutes. */
export function TakeBackForm({ until, intent, label, action, fields = {}, children }: TakeBackFormProps) {
  if (until === null) return null;
  return (
    <SubmitForm {...(action ? { action } : {})} className="take-back">
      {Object.entries(fields).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <p>
        Un clic de trop&nbsp;? Vous pouvez revenir en arrière jusqu’à {frenchTime(until)}. {children}
      </p>
      <SubmitButton intent={intent} variant="secondary">
        {label}
      </SubmitButton>
    </SubmitForm>
  );
}
