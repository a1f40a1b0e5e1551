/** The request did not leave: nobody was there to take it. Names from Node, undici and TLS. */
const NOT_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|.*CERT.*)$/;

export function notConnected(error: unknown): boolean {
  const code = networkCode(error);
  return code !== undefined && NOT_CONNECTED.test(code);
}

/** Such as ECONNRESET; undefined where there is none, as on Workers. */
export function networkCode(error: unknown): string | undefined {
  return codeOf(error) ?? codeOf(error instanceof Error ? error.cause : undefined);
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
