import type { SchoolSettings } from "#app/domain/schools/school-settings.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { CheckboxField } from "../components/fields/checkbox-field.tsx";
import { DoneNotice } from "../components/done-notice.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";

interface GuardianSettingsProps {
  settings: readonly SchoolSettings[];
  done: DoneCode<"schoolBoard"> | null;
}

/** What the office or the head decides about families; one form a school. */
export function GuardianSettings({ settings, done }: GuardianSettingsProps) {
  return (
    <section aria-labelledby="familles" className="guardian-settings">
      <h2 id="familles">Informer les familles</h2>
      <DoneNotice page="schoolBoard" done={done} level={3} />
      <p>
        Les responsables légaux sont prévenus, par un lien sans compte, quand un stage est confirmé. Ils le
        sont aussi à chaque candidature tant que l’élève n’a pas 16&nbsp;ans.
      </p>
      {settings.map(({ uai, name, informsGuardians }) => (
        <SubmitForm key={uai} action={paths.school.home()}>
          <input type="hidden" name="school" value={uai} />
          <CheckboxField
            id={`familles-${uai}`}
            name="informsGuardians"
            label="Prévenir aussi à chaque candidature à partir de 16 ans"
            defaultChecked={informsGuardians}
            {...(settings.length > 1 ? { hint: name } : {})}
          />
          <SubmitButton variant="secondary">Enregistrer</SubmitButton>
        </SubmitForm>
      ))}
    </section>
  );
}
