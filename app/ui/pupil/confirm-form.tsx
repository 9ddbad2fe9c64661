import type { PupilApplication } from "#app/domain/applications/views/pupil-application.ts";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { SubmitButton, SubmitForm } from "../components/form.tsx";

/** The one button that takes the place, with what it brings about. */
export function ConfirmForm({
  application,
  released,
}: {
  application: Pick<PupilApplication, "id">;
  /** The pupil's other live applications for the same weeks. */
  released: number;
}) {
  return (
    <SubmitForm action={paths.pupil.application(application.id)}>
      {released > 0 ? (
        <p>
          En confirmant, vous retirez{" "}
          {released === 1
            ? "votre autre candidature aux mêmes dates"
            : `vos ${plural(released, "autre candidature", "autres candidatures")} aux mêmes dates`}
          . Les employeurs concernés seront remerciés de votre part.
        </p>
      ) : null}
      <SubmitButton intent="confirm">Confirmer ce stage</SubmitButton>
    </SubmitForm>
  );
}
