/** Vite's development server injects styles and talks through a web socket. */
const development = import.meta.env?.DEV === true;

export function contentSecurityPolicy(nonce: string): string {
  const directives = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}'`,
    "style-src": development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    "img-src": "'self' data:",
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
export function setDocumentHeaders(headers: Headers, nonce: string): void {
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Security-Policy", contentSecurityPolicy(nonce));
  headers.set("Permissions-Policy", "camera=(), microphone=(), payment=(), usb=(), browsing-topics=()");
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
}
