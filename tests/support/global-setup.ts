import type { TestProject } from "vitest/node";
import { migrateDatabase } from "#db/migrate.ts";
import { freshName, openTestServer } from "./test-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where databases are created from; and the migrated one that each test file copies. */
    adminUrl: string;
    templateName: string;
  }
}

export default async function setup(project: TestProject) {
  const server = await openTestServer();
  const templateName = freshName("template");
  const tearDown = async () => {
    await server.drop(templateName);
    await server.stop();
  };
  try {
    await server.create(templateName);
    await migrateDatabase(server.urlOf(templateName));
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide("adminUrl", server.adminUrl);
  project.provide("templateName", templateName);
  return tearDown;
}
