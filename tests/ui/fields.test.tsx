import { describe, expect, it } from "vitest";

import { CheckboxField } from "#app/ui/components/fields/checkbox-field.tsx";
import { CheckboxGroup, RadioGroup } from "#app/ui/components/fields/choice-group.tsx";
import { SelectField } from "#app/ui/components/fields/select-field.tsx";
import { TextAreaField } from "#app/ui/components/fields/text-area-field.tsx";
import { TextField } from "#app/ui/components/fields/text-field.tsx";
import { attributesOf, html, textOfId } from "./render.tsx";

const weeks = [
  { value: "1", label: "Semaine 1", hint: "17 au 22 juin" },
  { value: "2", label: "Semaine 2" },
];

describe("form fields", () => {
  const fields = {
    text: <TextField name="champ" label="Ville" hint="Où ?" error="Indiquez une ville." />,
    area: <TextAreaField name="champ" label="Ville" hint="Où ?" error="Indiquez une ville." />,
    select: (
      <SelectField name="champ" label="Ville" hint="Où ?" error="Indiquez une ville." options={weeks} />
    ),
    box: <CheckboxField name="champ" label="Ville" hint="Où ?" error="Indiquez une ville." />,
  };

  for (const [kind, field] of Object.entries(fields)) {
    it(`tie the label, the hint and the error to the control (${kind})`, () => {
      const markup = html(field);
      const control = attributesOf(markup, 'name="champ"');
      expect(control.id).toBe("champ");
      expect(markup).toMatch(/<label [^>]*for="champ"[^>]*>Ville<\/label>/);
      expect(control["aria-describedby"]).toBe("champ-hint champ-error");
      expect(control["aria-invalid"]).toBe("true");
      expect(textOfId(markup, "champ-hint")).toBe("Où ?");
      expect(textOfId(markup, "champ-error")).toBe("Indiquez une ville.");
    });
  }

  it("describe nothing when there is neither hint nor error", () => {
    const control = attributesOf(html(<TextField name="champ" label="Ville" />), 'name="champ"');
    expect(control).not.toHaveProperty("aria-describedby");
    expect(control).not.toHaveProperty("aria-invalid");
  });

  it("keep what was typed", () => {
    expect(attributesOf(html(<TextField name="a" label="A" defaultValue="Rennes" />), 'name="a"').value).toBe(
      "Rennes",
    );
    expect(html(<TextAreaField name="a" label="A" defaultValue="Bonjour" />)).toContain(
      ">Bonjour</textarea>",
    );
    expect(html(<SelectField name="a" label="A" options={weeks} defaultValue="2" />)).toMatch(
      /<option [^>]*value="2"[^>]*selected/,
    );
  });

  it("say how long a text may be", () => {
    const markup = html(<TextAreaField name="a" label="A" minLength={30} maxLength={1500} />);
    expect(textOfId(markup, "a-hint")).toMatch(/^Entre 30 et 1\s500 caractères\.$/);
  });

  it("say in the label itself that a field may stay empty", () => {
    const named = /<(?:label|legend)[^>]*>A \(facultatif\)</;
    expect(html(<TextField name="a" label="A" optional />)).toMatch(named);
    expect(html(<TextAreaField name="a" label="A" hint="Où ?" optional />)).toMatch(named);
    expect(html(<SelectField name="a" label="A" options={weeks} optional />)).toMatch(named);
    expect(html(<CheckboxField name="a" label="A" optional />)).toMatch(named);
    expect(html(<RadioGroup name="a" label="A" options={weeks} optional />)).toMatch(named);
  });
});

describe("groups of choices", () => {
  it("have a legend, and a first choice that bears the field's id so that errors can lead to it", () => {
    const markup = html(
      <CheckboxGroup
        name="semaines"
        label="Semaines"
        options={weeks}
        defaultValue={["2"]}
        error="Choisissez."
      />,
    );
    expect(textOfId(markup, "semaines-legend")).toBe("Semaines");
    const group = attributesOf(markup, "<fieldset");
    expect(group["aria-labelledby"]).toBe("semaines-legend");
    expect(group["aria-describedby"]).toBe("semaines-group-error");
    expect(textOfId(markup, "semaines-group-error")).toBe("Choisissez.");
    expect(attributesOf(markup, 'value="1"').id).toBe("semaines");
    expect(attributesOf(markup, 'value="2"').id).toBe("semaines-2");
    expect(markup).toMatch(/<label [^>]*for="semaines-2"[^>]*>Semaine 2<\/label>/);
  });

  it("check the chosen value only", () => {
    const markup = html(<RadioGroup name="choix" label="Durée" options={weeks} defaultValue="2" />);
    expect(markup.match(/checked/g)).toHaveLength(1);
    expect(markup).toMatch(/<input [^>]*value="2"[^>]*checked|<input [^>]*checked[^>]*value="2"/);
  });

  it("never give the same id twice", () => {
    const markup = html(
      <CheckboxGroup name="semaines" label="Semaines" options={weeks} hint="Une ou deux." error="Non." />,
    );
    const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
