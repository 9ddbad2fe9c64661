import type { SchoolContact } from "#app/domain/guardians/guardian-follow-up.ts";
import { DataList, type DataListItem } from "../components/data-list.tsx";

/** Whom to call: a number to press, an address to write to, names. */
export function SchoolContactList({ school }: { school: SchoolContact }) {
  const { name, phone, email, teachers } = school;
  const items: DataListItem[] = [{ term: "Lycée", details: name }];
  if (phone)
    items.push({
      term: "Téléphone",
      details: <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a>,
    });
  if (email) items.push({ term: "E-mail", details: <a href={`mailto:${email}`}>{email}</a> });
  if (teachers.length > 0) items.push({ term: "Équipe enseignante", details: teachers.join(", ") });
  return <DataList items={items} />;
}
