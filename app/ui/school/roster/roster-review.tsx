import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { RosterReview } from "#app/domain/roster/roster-import.ts";
import { plural } from "#app/kernel/text.ts";
import { typeset } from "#app/kernel/typography.ts";
import { paths } from "#app/paths.ts";
import { DataList } from "../../components/data-list.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { SubmitButton, SubmitForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import type { Refusal } from "../../forms/refusal.ts";
import { CHANGE_TEXTS } from "../../messages/roster.ts";
import { GonePupils } from "./gone-pupils.tsx";
import { NewClasses } from "./new-classes.tsx";
import { RosterProblemTable } from "./roster-problem-table.tsx";

interface RosterReviewProps {
  id: string;
  review: RosterReview;
  refusal: Refusal | undefined;
}

/** What importing the file would change, before anything is. */
export function RosterReviewView({ id, review, refusal }: RosterReviewProps) {
  const { counts, problems } = review;
  const nothing = counts.added + counts.moved + counts.changed + counts.teachers === 0;
  return (
    <>
      <Notice
        tone={nothing ? "success" : "info"}
        title={nothing ? "Aucun changement : vos élèves sont à jour" : "Rien n’est encore enregistré"}
      >
        {nothing ? null : <p>Relisez ce qui changerait, puis appuyez sur « Importer ».</p>}
      </Notice>
      <section aria-labelledby="changements">
        <h2 id="changements">Ce que ce fichier changerait</h2>
        <Counts review={review} />
        <Changes review={review} />
        <p>
          <Link to={`${paths.school.rosterImport(id)}?colonnes=oui`}>Corriger la lecture des colonnes</Link>
        </p>
      </section>
      <RosterProblemTable id={id} problems={problems} count={counts.problems} />
      <SubmitForm action={paths.school.rosterImport(id)}>
        <NewClasses classes={review.newClasses} refusal={refusal} />
        <GonePupils gone={review.gone} refusal={refusal} />
        <SubmitButton intent="import">Importer</SubmitButton>
      </SubmitForm>
    </>
  );
}

function Counts({ review: { counts, silentClasses } }: { review: RosterReview }) {
  const items = [
    { term: "Nouveaux élèves", details: counts.added },
    { term: "Changements de classe", details: counts.moved },
    { term: "Élèves dont les données changent", details: counts.changed },
    { term: "Élèves sans changement", details: counts.unchanged },
    { term: "Élèves absents du fichier", details: counts.gone },
    { term: "Lignes laissées de côté", details: counts.setAside },
    { term: "Lignes d’autres niveaux, laissées de côté", details: counts.otherLevels },
  ];
  return (
    <>
      <DataList items={items} />
      {silentClasses.length > 0 ? (
        <p>
          {typeset(
            `Le fichier ne dit rien de ces classes, qui restent telles quelles : ${silentClasses.join(", ")}.`,
          )}
        </p>
      ) : null}
    </>
  );
}

function Changes({ review }: { review: RosterReview }) {
  const { added, moved, changed, raisedHeadCounts, lowHeadCounts } = review;
  return (
    <>
      <Some title={plural(added.length, "nouvel élève", "nouveaux élèves")} items={added}>
        {({ name, className }) => `${name}, ${className ?? "sans classe"}`}
      </Some>
      <Some title={plural(moved.length, "changement de classe", "changements de classe")} items={moved}>
        {({ name, from, to }) => `${name} : ${from ?? "sans classe"} → ${to}`}
      </Some>
      <Some title={plural(changed.length, "élève modifié", "élèves modifiés")} items={changed}>
        {({ name, changes }) => `${name} : ${changes.map((change) => CHANGE_TEXTS[change]).join(", ")}`}
      </Some>
      <Some title="Effectifs attendus" items={[...raisedHeadCounts, ...lowHeadCounts]}>
        {(group) =>
          "from" in group
            ? `${group.name} : ${expectedText(group.from)}, ${group.to} dans le fichier. L’effectif passe à ${group.to}.`
            : `${group.name} : ${expectedText(group.expected)}, ${group.pupils} dans le fichier. L’effectif reste à ${group.expected}.`
        }
      </Some>
    </>
  );
}

const expectedText = (count: number) => plural(count, "élève attendu", "élèves attendus");

const SHOWN = 50;

interface SomeProps<Item> {
  title: string;
  items: readonly Item[];
  children: (item: Item) => ReactNode;
}

/** The first of a list, under a title that opens. */
function Some<Item>({ title, items, children }: SomeProps<Item>) {
  if (items.length === 0) return null;
  return (
    <Disclosure title={title}>
      <ul>
        {items.slice(0, SHOWN).map((item, index) => (
          <li key={index}>{children(item)}</li>
        ))}
        {items.length > SHOWN ? <li>et {items.length - SHOWN} de plus</li> : null}
      </ul>
    </Disclosure>
  );
}
