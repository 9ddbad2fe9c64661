import { and, desc, eq, lt, sql } from "drizzle-orm";
import { isId } from "#app/kernel/ids.ts";
import type { Queryable } from "#db/client.ts";
import { standInMails } from "#db/schema/index.ts";

/** A mail that the stand-in of the provider received. */
export interface StoredMail {
  id: string;
  from: string;
  to: string;
  subject: string;
  at: Date;
  text: string;
  html: string;
  /** Addresses found in it, in reading order. */
  links: string[];
}

export interface MailFilter {
  /** One recipient's mails only. */
  address?: string | null;
  /** Mails received before this one. */
  before?: string | null;
}

const PAGE_SIZE = 50;

/** Newest first; identifiers grow with time, so that they order and page the list. */
export async function listMails(
  db: Queryable,
  { address, before }: MailFilter,
): Promise<{ mails: StoredMail[]; next: string | null }> {
  // No address holds a NUL, and the database refuses to compare with one.
  const recipient = address?.replaceAll("\0", "").trim().toLowerCase();
  const rows = await db
    .select()
    .from(standInMails)
    .where(
      and(
        recipient ? sql`lower(${standInMails.recipient}) = ${recipient}` : undefined,
        before && isId(before) ? lt(standInMails.id, before) : undefined,
      ),
    )
    .orderBy(desc(standInMails.id))
    .limit(PAGE_SIZE + 1);
  const mails = rows.slice(0, PAGE_SIZE).map(toMail);
  return { mails, next: rows.length > PAGE_SIZE ? (mails.at(-1)?.id ?? null) : null };
}

export async function getMail(db: Queryable, id: string | undefined): Promise<StoredMail | null> {
  if (!isId(id)) return null;
  const [row] = await db.select().from(standInMails).where(eq(standInMails.id, id));
  return row ? toMail(row) : null;
}

function toMail(row: typeof standInMails.$inferSelect): StoredMail {
  return {
    id: row.id,
    from: row.sender,
    to: row.recipient,
    subject: row.subject,
    at: row.receivedAt,
    text: row.text,
    html: row.html,
    links: linksOf(row.text, row.html),
  };
}

function linksOf(text: string, html: string): string[] {
  const written = text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
  const linked = [...html.matchAll(/href="(https?:[^"]+)"/g)].map(([, address = ""]) =>
    address.replaceAll("&amp;", "&"),
  );
  return [...new Set([...written, ...linked])];
}
