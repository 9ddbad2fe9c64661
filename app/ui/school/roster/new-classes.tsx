import { plural } from "#app/kernel/text.ts";
import { CheckboxGroup } from "../../components/fields/choice-group.tsx";
import type { Refusal } from "../../forms/refusal.ts";

interface NewClassesProps {
  classes: readonly { name: string; pupils: number }[];
  refusal: Refusal | undefined;
}

/** Classes that the file names and the school does not have yet: each is opened if it stays ticked. */
export function NewClasses({ classes, refusal }: NewClassesProps) {
  if (classes.length === 0) return null;
  const before = refusal?.values.newClasses;
  const ticked = Array.isArray(before) ? before.map(String) : classes.map(({ name }) => name);
  return (
    <CheckboxGroup
      name="newClasses"
      label="Nouvelles classes à ouvrir"
      hint="Décochez un nom mal écrit : ses élèves seront enregistrés sans classe."
      options={classes.map(({ name, pupils }) => ({
        value: name,
        label: name,
        hint: plural(pupils, "élève"),
      }))}
      defaultValue={ticked}
    />
  );
}
