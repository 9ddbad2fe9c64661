import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getClassSyntheses } from "#app/domain/follow-up/skills/skills.queries.server.ts";
import { ClassSkillsPage } from "#app/ui/school/follow-up/class-skills-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { foundOrThrow, requireSchool } from "../../agreements/agreement-request.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: pageTitle(data ? `Compétences de la classe ${data.classGroup.name}` : "Compétences de la classe"),
  },
];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireSchool(args);
  return foundOrThrow(await getClassSyntheses(db, actor, args.params.classGroupId));
}

export default function ClassSkills() {
  return <ClassSkillsPage {...useLoaderData<typeof loader>()} />;
}
