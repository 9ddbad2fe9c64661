import { TextField } from "../components/fields/text-field.tsx";
import { textOf, type Refusal } from "../forms/refusal.ts";

/** Who someone is who has no account yet. */
export function NameFields({ refusal }: { refusal: Refusal | undefined }) {
  const errors = refusal?.errors ?? {};
  return (
    <>
      <TextField
        name="firstName"
        label="Prénom"
        autoComplete="given-name"
        required
        defaultValue={textOf(refusal, "firstName")}
        error={errors.firstName?.[0]}
      />
      <TextField
        name="lastName"
        label="Nom"
        autoComplete="family-name"
        required
        defaultValue={textOf(refusal, "lastName")}
        error={errors.lastName?.[0]}
      />
    </>
  );
}
