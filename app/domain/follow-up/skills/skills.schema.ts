import { z } from "zod";
import { SKILL_LEVELS, type Skill } from "./skills.ts";

/** A line left alone stays as it was. */
const level = z.enum(SKILL_LEVELS).optional();
const lines: Record<Skill, typeof level> = {
  watches: level,
  spots_roles: level,
  takes_notes: level,
  introduces: level,
  asks: level,
  listens: level,
  tells_activity: level,
  knows_rules: level,
  links_studies: level,
  keeps_hours: level,
  respects: level,
  offers_help: level,
};

export const skillGridSchema = z.object(lines);
