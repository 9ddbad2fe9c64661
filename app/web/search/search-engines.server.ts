const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
/** Offers come and go; engines read this a few times a day. */
const CACHE = "public, max-age=3600";

/** Addresses of ours, on the service's public address: nothing in them has to be escaped but what XML reserves. */
const locations = (tag: "url" | "sitemap", origin: string, addresses: readonly string[]) =>
  addresses.map((address) => `<${tag}><loc>${escaped(origin + address)}</loc></${tag}>`).join("\n");

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

const xml = (body: string) =>
  new Response(`${HEAD}\n${body}\n`, {
    headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": CACHE },
  });

/** The list of the sitemaps at these paths. */
export function sitemapIndex(origin: string, addresses: readonly string[]): Response {
  return xml(
    `<sitemapindex xmlns="${NAMESPACE}">\n${locations("sitemap", origin, addresses)}\n</sitemapindex>`,
  );
}

/** The pages at these paths. */
export function sitemap(origin: string, addresses: readonly string[]): Response {
  return xml(`<urlset xmlns="${NAMESPACE}">\n${locations("url", origin, addresses)}\n</urlset>`);
}

/** Rules for robots (RFC 9309), a line each. */
export function robotsFile(lines: readonly string[]): Response {
  return new Response(`${lines.join("\n")}\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": CACHE },
  });
}
