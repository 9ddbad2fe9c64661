import { createContext, useContext } from "react";

/** The response's CSP nonce on the server; browsers hide it from the page, hence the empty string there. */
const NonceContext = createContext("");

export const NonceProvider = NonceContext.Provider;

export function useNonce(): string {
  return useContext(NonceContext);
}
