import { Form, type FormProps, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Intent } from "../forms/intents.ts";

/** What must be filled: the only field, some letters to look for, all fields, or those that are not marked as optional. */
const MANDATORY = {
  one: "Ce champ est obligatoire.",
  search: "Pour chercher, quelques lettres suffisent.",
  all: "Tous les champs sont obligatoires.",
  unmarked: "Les champs sont obligatoires, sauf ceux marqués «\u00a0(facultatif)\u00a0».",
} as const;

type SubmitFormProps = Omit<FormProps, "method" | "noValidate"> & {
  /** Said above the fields; left out where there is nothing to fill. */
  mandatory?: keyof typeof MANDATORY;
};

/** A form that writes. The server judges and answers in French, hence no native validation. */
export function SubmitForm({ mandatory, children, ...props }: SubmitFormProps) {
  return (
    <Form {...props} method="post" noValidate>
      {mandatory ? <p className="form-mandatory">{MANDATORY[mandatory]}</p> : null}
      {children}
    </Form>
  );
}

/** What a form asks for, when it is not told by its button. */
export function HiddenIntent({ value }: { value: Intent }) {
  return <HiddenField name="intent" value={value} />;
}

export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}

interface SubmitButtonProps {
  children: ReactNode;
  variant?: "primary" | "secondary" | "tertiary";
  /** Sent with the form. */
  intent?: Intent;
  icon?: `fr-icon-${string}`;
  size?: "sm" | "lg";
  /** Id of the text that tells buttons of the same name apart. */
  describedBy?: string;
}

/** Ignores a second press while the first one is on its way; never disabled, so that focus is not lost. */
export function SubmitButton({
  children,
  variant = "primary",
  intent,
  icon,
  size,
  describedBy,
}: SubmitButtonProps) {
  const navigation = useNavigation();
  const sending = navigation.state !== "idle" && navigation.formData !== undefined;
  const classes = [
    "fr-btn",
    variant === "primary" ? "" : `fr-btn--${variant}`,
    size ? `fr-btn--${size}` : "",
  ];
  if (icon) classes.push("fr-btn--icon-left", icon);
  return (
    <button
      className={classes.filter(Boolean).join(" ")}
      type="submit"
      aria-disabled={sending || undefined}
      aria-describedby={describedBy}
      onClick={(event) => {
        if (sending) event.preventDefault();
      }}
      {...(intent === undefined ? {} : { name: "intent", value: intent })}
    >
      {children}
    </button>
  );
}
