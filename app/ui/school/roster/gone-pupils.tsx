import type { ReviewedGone } from "#app/domain/roster/roster-import.ts";
import { plural } from "#app/kernel/text.ts";
import { CheckboxField } from "../../components/fields/checkbox-field.tsx";
import { CheckboxGroup } from "../../components/fields/choice-group.tsx";
import { fieldErrors, type Refusal } from "../../forms/refusal.ts";

/** A form takes so many boxes: more are ticked all at once, or in the next file. */
const SHOWN = 200;

interface GonePupilsProps {
  gone: readonly ReviewedGone[];
  refusal: Refusal | undefined;
}

/** Pupils of these classes whom the file does not name: nobody leaves unless the school ticks them, and says so twice. */
export function GonePupils({ gone, refusal }: GonePupilsProps) {
  if (gone.length === 0) return null;
  const before = refusal?.values.gone;
  return (
    <section aria-labelledby="absents">
      <h2 id="absents">{plural(gone.length, "élève absent", "élèves absents")} du fichier</h2>
      <p>
        Sans rien cocher, ces élèves restent tels quels. Cochez les élèves qui ont quitté l’établissement :
        leur accès se ferme aujourd’hui, leurs candidatures en attente sont retirées et les employeurs
        prévenus. Leurs stages confirmés et leurs conventions restent : annulez-les avec l’employeur s’il le
        faut.
      </p>
      <CheckboxGroup
        name="gone"
        label="Élèves qui ont quitté l’établissement"
        optional
        options={gone.slice(0, SHOWN).map((pupil) => ({
          value: pupil.personId,
          label: `${pupil.name}, ${pupil.className}`,
          hint: heldText(pupil),
        }))}
        defaultValue={Array.isArray(before) ? before.map(String) : []}
      />
      {gone.length > 1 ? (
        <CheckboxField
          name="everyoneGone"
          label={`Les ${gone.length} élèves de cette liste ont quitté l’établissement`}
          defaultChecked={refusal?.values.everyoneGone === "oui"}
          optional
        />
      ) : null}
      <CheckboxField
        name="goneConfirmed"
        label="Je confirme que les élèves cochés ont quitté l’établissement"
        error={fieldErrors(refusal).goneConfirmed?.[0]}
        optional
      />
    </section>
  );
}

function heldText({ live, agreements }: ReviewedGone): string {
  const parts = [
    live > 0
      ? `${plural(live, "candidature en attente sera retirée", "candidatures en attente seront retirées")}`
      : "",
    agreements > 0 ? `${plural(agreements, "convention restera", "conventions resteront")}` : "",
  ];
  return parts.filter(Boolean).join(", ") || "Aucune candidature en attente.";
}
