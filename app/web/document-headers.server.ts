/** Vite's development server injects styles and talks through a web socket. */
const development = import.meta.env?.DEV === true;

/** The server of the map's pictures, its subdomains included: the only other one that a page may ask. */
function tileServer(template: string | undefined): string {
  const origin = template && /^https?:\/\/[^/]+/.exec(template)?.[0];
  return origin ? ` ${origin.replace("{s}", "*")}` : "";
}

export function contentSecurityPolicy(nonce: string, tiles?: string): string {
  const directives = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}'`,
    "style-src": development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    "img-src": `'self' data:${tileServer(tiles)}`,
    "font-src": "'self'",
    "connect-src": development ? "'self' ws:" : "'self'",
    "frame-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "object-src": "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

/** Headers of every HTML document, beside those that the web server gives to every answer. Pages are personal: no shared cache may keep them. */
export function setDocumentHeaders(headers: Headers, nonce: string, tiles?: string): void {
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Security-Policy", contentSecurityPolicy(nonce, tiles));
  headers.set("Permissions-Policy", "camera=(), microphone=(), payment=(), usb=(), browsing-topics=()");
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
}
