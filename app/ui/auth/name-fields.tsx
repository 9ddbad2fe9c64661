import { TextField } from "../components/fields/text-field.tsx";
import { textOf, type Refusal } from "../forms/refusal.ts";

interface NameFieldsProps {
  refusal: Refusal | undefined;
  /** Typed by another person: the browser must not propose the name of whoever types. */
  ofSomeoneElse?: boolean;
}

/** Who someone is who has no account yet. */
export function NameFields({ refusal, ofSomeoneElse = false }: NameFieldsProps) {
  const errors = refusal?.errors ?? {};
  return (
    <>
      <TextField
        name="firstName"
        label="Prénom"
        autoComplete={ofSomeoneElse ? "off" : "given-name"}
        required
        defaultValue={textOf(refusal, "firstName")}
        error={errors.firstName?.[0]}
      />
      <TextField
        name="lastName"
        label="Nom"
        autoComplete={ofSomeoneElse ? "off" : "family-name"}
        required
        defaultValue={textOf(refusal, "lastName")}
        error={errors.lastName?.[0]}
      />
    </>
  );
}
