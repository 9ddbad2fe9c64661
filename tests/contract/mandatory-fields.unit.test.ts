import { expect, it } from "vitest";

const sources = import.meta.glob<string>("../../app/{ui,routes}/**/*.tsx", {
  eager: true,
  query: "?raw",
  import: "default",
});

/** A field that its reader fills; a choice that has an answer already asks for nothing. */
const FIELD = /<(TextField|TextAreaField|SelectField|PlaceField|AddressField)\b/;
const FORM = /<SubmitForm\b[^>]*>/g;
/** Nothing to fill is mandatory there: every field has its answer already, or is marked as optional. */
const ANSWERED = [
  "ui/admin/message-filters.tsx",
  "routes/auth/account.tsx",
  "ui/auth/passkeys/passkeys-page.tsx",
  "ui/discovery/alert-list.tsx",
  "ui/employer/open-applications.tsx",
  "ui/notifications/mail-preferences.tsx",
];

const forms = Object.entries(sources).filter(
  ([file, text]) =>
    FIELD.test(text) && text.includes("<SubmitForm") && !ANSWERED.some((name) => file.endsWith(name)),
);

it("finds the forms that ask for something", () => {
  expect(forms.length).toBeGreaterThan(7);
});

it.each(forms)("%s says above its fields which must be filled", (_, text) => {
  expect([...text.matchAll(FORM)].some(([tag]) => tag.includes("mandatory="))).toBe(true);
});

it("every field of a form that says so is either required or marked as optional", () => {
  const unmarked = forms
    .concat(
      Object.entries(sources).filter(([file]) => /(organisation|internship|place)-step\.tsx$/.test(file)),
    )
    .flatMap(([file, text]) =>
      [...text.matchAll(/<(TextField|TextAreaField|SelectField|AddressField)\b[\s\S]*?\/>/g)]
        .map(([tag]) => tag)
        .filter((tag) => !/\b(required|optional)\b/.test(tag))
        .map((tag) => `${file.split("/").pop() ?? ""}: ${/label="([^"]+)"/.exec(tag)?.[1] ?? tag}`),
    );
  // At least one representative is asked for, and an emancipated pupil has none: the server tells.
  expect(unmarked).toEqual([]);
});
